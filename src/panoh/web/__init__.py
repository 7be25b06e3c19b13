"""The local interface: pages for people who will never type a command, on this computer alone.

A page is a handler in the module of its area, a typed context and a template:
    areas.py     the areas in the order a person needs them
    routes.py    how a handler is called: with a `Visit`, holding the vault if it is open
    page.py      what a handler answers: a page, a piece of one, another address, a file
    desk.py      what lies open: the vault or nothing, the language, work that takes long
    gate/        who may talk to us at all
    serve.py     the server on loopback and the link that opens the browser
"""
