"""The machine-made part of the record, recomputed from the accepted proposals.

Rows that a researcher edited or added stand as they are; claims join them as evidence.
"""
