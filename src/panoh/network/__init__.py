"""The people and organisations who can help: with what, how they are reached, whose key it is.

`contacts` reads what is recorded, `finding` answers who can help now, `worries` what has aged,
`telling` writes, `directory` holds the public organisations that ship with the program.
"""
