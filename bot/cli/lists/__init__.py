"""How is a whole list taken over, shown or searched for doubles at a terminal?"""
