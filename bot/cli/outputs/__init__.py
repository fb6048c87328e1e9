"""How is what is made of the list written and checked at a terminal?"""
