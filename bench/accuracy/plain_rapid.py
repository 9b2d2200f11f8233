"""`python -m bench.accuracy.plain_rapid PICTURE`: RapidOCR alone on the untouched picture, called as its README does.

What the second reader's cost is compared with: models loaded, one pass over the page, no understanding. The classifier, which turns
lines that stand on their heads, is off, and it has one thread, as a runner's pod. Ends with 1 if it cannot open the file.
"""

import sys
from collections.abc import Sequence

from PIL import UnidentifiedImageError
from rapidocr import RapidOCR
from rapidocr.utils.output import RapidOCROutput

PARAMETERS = {
    "Global.use_cls": False,
    "Global.log_level": "error",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def main(argv: Sequence[str]) -> int:
    """Print what it reads, one text a line, and return the exit code."""
    (picture,) = argv
    try:
        result = RapidOCR(params=PARAMETERS)(picture)
    except UnidentifiedImageError as error:
        print(error, file=sys.stderr)
        return 1
    if isinstance(result, RapidOCROutput):
        print(*(result.txts or ()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
