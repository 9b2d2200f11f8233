"""Font families by kind, and the Debian packages that hold them.

`apt-get install -y --no-install-recommends` of `PACKAGES` and `chromium` is all that drawing needs.
`RESERVED` families are drawn in the reporting split only: nobody may tune a reader on them.
"""

SANS = ("Liberation Sans", "Inter", "Roboto", "Open Sans", "Lato", "Carlito", "Cantarell", "Manrope", "DejaVu Sans")
CONDENSED = ("Roboto Condensed", "Open Sans Condensed", "Bebas Neue", "DejaVu Sans Condensed")
SERIF = (
    "Liberation Serif",
    "EB Garamond",
    "Old Standard TT",
    "Gentium",
    "Vollkorn",
    "P052",
    "DejaVu Serif",
    "Roboto Slab",
)
MONO = ("Liberation Mono", "Fira Code", "JetBrains Mono", "Hack", "DejaVu Sans Mono", "Inconsolata")
TYPEWRITER = ("Courier Prime", "Nimbus Mono PS", "Liberation Mono")
HANDWRITING = ("DkgHandwriting", "Breip", "Steve", "Chilanka", "Comic Neue")

RESERVED_SERIF = ("Caladea", "C059")
RESERVED_ROUND = ("Quicksand", "Cabin", "Dosis")
RESERVED_DISPLAY = ("Play", "Yanone Kaffeesatz")
RESERVED = (*RESERVED_SERIF, *RESERVED_ROUND, *RESERVED_DISPLAY)

PACKAGES = (
    "fonts-bebas-neue",
    "fonts-breip",
    "fonts-bwht",
    "fonts-cabin",
    "fonts-cantarell",
    "fonts-comic-neue",
    "fonts-courier-prime",
    "fonts-crosextra-caladea",
    "fonts-crosextra-carlito",
    "fonts-dancingscript",
    "fonts-dejavu-core",
    "fonts-dejavu-extra",
    "fonts-dkg-handwriting",
    "fonts-dosis",
    "fonts-ebgaramond",
    "fonts-firacode",
    "fonts-hack",
    "fonts-humor-sans",
    "fonts-inconsolata",
    "fonts-inter",
    "fonts-jetbrains-mono",
    "fonts-kristi",
    "fonts-lato",
    "fonts-liberation2",
    "fonts-manrope",
    "fonts-oldstandard",
    "fonts-open-sans",
    "fonts-play",
    "fonts-quicksand",
    "fonts-roboto-slab",
    "fonts-roboto-unhinted",
    "fonts-rufscript",
    "fonts-sil-gentium",
    "fonts-sjfonts",
    "fonts-smc-chilanka",
    "fonts-tlwg-purisa-otf",
    "fonts-urw-base35",
    "fonts-vollkorn",
    "fonts-yanone-kaffeesatz",
)
