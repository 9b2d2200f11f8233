"""The second reader: RapidOCR's networks on ONNX Runtime, in a process of their own.

`engine` and what it calls run in ours and load none of it; `worker` and what it calls run in the other.
"""
