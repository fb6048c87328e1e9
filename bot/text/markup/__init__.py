"""What do LaTeX and MathML in a text say, in plain letters?"""
