"""How does a person code an article with little typing, and no slip?"""
