"""The networks on ONNX Runtime: loaded from bytes that were checked, on one thread, with as little memory as it can do with.

Only the worker imports it.
"""

from pathlib import Path

import numpy as np
import onnxruntime

from scorecard_runner.reading.engines.rapid.models import Model, read_model

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
_FATAL_ONLY = 4
_MIDDLE_GREY = 127.5


class Network:
    """A network with one input and one output."""

    def __init__(self, folder: Path, model: Model) -> None:
        """Load it.

        Raises:
            InvalidConfiguration: the model is missing or another.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it keeps what the largest picture took
        options.enable_mem_pattern = False  # no two pictures have the same size
        options.log_severity_level = _FATAL_ONLY
        self._session = onnxruntime.InferenceSession(
            read_model(folder, model), options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    @property
    def characters(self) -> list[str]:
        """What a network that reads can say, as written in its file."""
        return str(self._session.get_modelmeta().custom_metadata_map["character"]).splitlines()

    def run(self, given: Floats) -> Floats:
        """Return the answer to a batch."""
        answer: Floats = self._session.run(None, {self._input: given})[0]
        return answer


def as_given(grey: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Floats:
    """Return grey pixels from -1 to 1, thrice for the three colours that the networks look at."""
    scaled = grey.astype(np.float32) / np.float32(_MIDDLE_GREY) - np.float32(1)
    return np.repeat(scaled[np.newaxis], 3, axis=0)
