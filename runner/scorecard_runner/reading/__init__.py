"""From the bytes of a picture to a scorecard document, in small stages of one module each.

`pipeline` orders the stages. Picture stages (`decode`, `ink`, `scale`, `tiles`, `crops`) turn pixels into pixels, the
engine turns pixels into words, and everything after the words is pure: it knows neither pictures nor who read them.
"""

PARSER_VERSION = "2"
"""Raised with every change that can alter a result; stored beside each result."""
