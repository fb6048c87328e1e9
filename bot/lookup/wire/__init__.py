"""How is a service asked over HTTP, politely and within bounds, and what came back?"""
