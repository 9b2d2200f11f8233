"""Light, grain and paper: pixel-wise effects, all seeded."""

import math

from PIL import Image, ImageChops

from bench.accuracy.invented.dice import Dice

_COARSE = 48


def with_noise(picture: Image.Image, strength: float, dice: Dice) -> Image.Image:
    """Return the picture with grain of about `strength` grey levels."""
    grain = _grain(picture.size, dice)
    # The mean of two bytes lies 52 levels around its middle.
    scaled = grain.point([round(level * strength / 52) for level in range(256)])
    middle = round(127.5 * strength / 52)
    layer = Image.merge("RGB", (scaled, scaled, scaled)) if picture.mode == "RGB" else scaled
    return ImageChops.add(picture, layer, 1, -middle)


def _grain(size: tuple[int, int], dice: Dice) -> Image.Image:
    layers = [Image.frombytes("L", size, dice.noise(size[0] * size[1])) for _ in range(2)]
    return Image.blend(layers[0], layers[1], 0.5)


def with_light(picture: Image.Image, depth: float, dice: Dice) -> Image.Image:
    """Return the picture lit from one side, with a soft shadow; `depth` is the share of light lost at the darkest."""
    angle, shadow_x, shadow_y = dice.real(0, 2 * math.pi), dice.real(0.1, 0.9), dice.real(0.1, 0.9)
    shadow_size = dice.real(0.15, 0.4)
    levels = bytearray()
    for y in range(_COARSE):
        for x in range(_COARSE):
            u, v = x / (_COARSE - 1), y / (_COARSE - 1)
            slope = 0.5 + 0.7 * ((u - 0.5) * math.cos(angle) + (v - 0.5) * math.sin(angle))
            shadow = math.exp(-((u - shadow_x) ** 2 + (v - shadow_y) ** 2) / (2 * shadow_size**2))
            levels.append(round(255 * (1 - depth * min(1.0, max(0.0, 0.55 * slope + 0.45 * shadow)))))
    light = Image.frombytes("L", (_COARSE, _COARSE), bytes(levels)).resize(picture.size, Image.Resampling.BICUBIC)
    return ImageChops.multiply(picture, light.convert(picture.mode))


def table_top(size: tuple[int, int], dice: Dice) -> Image.Image:
    """Return a table: a colour with streaks of wood."""
    width, height = size
    red, green, blue = dice.pick(((122, 84, 52), (70, 66, 62), (160, 128, 92), (48, 56, 72), (186, 182, 174)))
    streaks = Image.frombytes(
        "L", (max(width // 90, 2), max(height // 5, 2)), dice.noise(max(width // 90, 2) * max(height // 5, 2))
    )
    wood = streaks.resize(size, Image.Resampling.BICUBIC).point([220 + level // 8 for level in range(256)])
    plain = Image.new("RGB", size, (red, green, blue))
    return ImageChops.multiply(plain, wood.convert("RGB"))


def border_colour(picture: Image.Image) -> tuple[int, int, int]:
    """Return the colour at the picture's edge, with which turned pages are filled up."""
    red, green, blue = (band.getpixel((2, picture.height - 3)) for band in picture.split())
    return _level(red), _level(green), _level(blue)


def _level(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a band of a picture in RGB gave {value!r}")
    return value
