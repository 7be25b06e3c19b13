"""Lists (CSV, XLSX) become statements of their source.

In the order of the flow: `reading` turns the bytes of a file into a table, in a confined process;
`layout` proposes what the columns mean; `rows` turns each row into statements and saves them.
Nothing is imported here, so that the confined process loads the reader and nothing else.
"""
