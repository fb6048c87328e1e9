"""How is the list shown as pages on the web, with no server and nothing from elsewhere?"""
