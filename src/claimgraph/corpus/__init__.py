"""How is a corpus read and edited?"""
