"""How does a maintainer garden the list at a terminal?"""
