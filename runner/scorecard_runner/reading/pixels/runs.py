"""Runs of pixels along a row: found, lengthened and joined, on masks that are 255 where something is and 0 elsewhere.

A run is many times longer than high, so it is looked for in a picture that is pressed together along the row: that costs a
fraction and shows the same. Refuses to know what a run means: rules are made of them, and the plain bands of bars.
"""

from PIL import Image, ImageChops

_FULL = 250  # of 255: every pixel of a sample


def pressed(picture: Image.Image, step: int) -> Image.Image:
    """Return the picture with the mean of each `step` pixels of a row for one."""
    return picture.reduce((step, 1))


def unpressed(picture: Image.Image, step: int, size: tuple[int, int]) -> Image.Image:
    """Return the pressed picture as long as it was."""
    return picture.resize((picture.width * step, picture.height), Image.Resampling.NEAREST).crop((0, 0, *size))


def full(shares: Image.Image) -> Image.Image:
    """Return a mask of the samples that are filled."""
    return shares.point(lambda share: 255 if share >= _FULL else 0)


def touched(shares: Image.Image) -> Image.Image:
    """Return a mask of the samples in which anything is."""
    return shares.point(lambda share: 255 if share else 0)


def moved(mask: Image.Image, right: int = 0, down: int = 0) -> Image.Image:
    """Return the mask so many pixels further on; nothing where nothing came from."""
    return mask.crop((-right, -down, mask.width - right, mask.height - down))


def spread(mask: Image.Image, distance: int, right: int = 0, down: int = 0) -> Image.Image:
    """Return the mask with everything up to `distance` steps away from it; a step is that far `right` and `down`."""
    done, step = 0, 1
    while done < distance:
        step = min(step, distance - done)
        mask = ImageChops.lighter(mask, moved(mask, right * step, down * step))
        done += step
        step *= 2
    return mask


def spread_both_ways(mask: Image.Image, distance: int) -> Image.Image:
    """Return the mask with everything up to so many pixels beside it in its row."""
    return spread(spread(mask, distance, right=1), distance, right=-1)


def long_runs(mask: Image.Image, least: int) -> Image.Image:
    """Return the runs that go on for at least so many pixels."""
    distance = least - 1
    if distance < 1:
        return mask
    rest = ImageChops.invert(mask.crop((0, 0, mask.width + distance, mask.height)))
    begins = ImageChops.invert(spread(rest, distance, right=-1)).crop((0, 0, *mask.size))
    return spread(begins, distance, right=1)


def grown(mask: Image.Image, within: Image.Image, distance: int) -> Image.Image:
    """Return the mask with what goes on beside it in the same row, `within` another mask, for up to so many pixels."""
    if mask.getbbox() is None:  # most pages have nothing of the kind
        return mask
    for _ in range(distance):
        beside = ImageChops.lighter(moved(mask, right=1), moved(mask, right=-1))
        mask = ImageChops.lighter(mask, ImageChops.darker(beside, within))
    return mask
