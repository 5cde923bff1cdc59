"""What do commands ask the graph beside the questions of the library?"""
