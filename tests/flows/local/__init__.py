"""Do the stories on local files end well?"""
