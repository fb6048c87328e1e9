"""How is one work suggested, or looked up, at a terminal?"""
