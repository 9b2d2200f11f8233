"""The style sheet that all scorebooks share; `$name` is drawn by each layout's dice."""

SCOREBOOK = """
body{margin:0;padding:$edge;font:$print/1.1 $form;color:$print_colour;background:$paper;width:$width;box-sizing:border-box}
i{display:inline-block;font-style:normal;font-family:$hand;color:$ink;white-space:nowrap;line-height:1;font-weight:400}
i+i{margin-left:.24em}
s{text-decoration:none;background:linear-gradient($ink,$ink) 0 52%/100% 2px no-repeat}
h1{font-size:1.7em;letter-spacing:.12em;text-align:center;margin:0 0 6px;font-weight:700}
h2{font-size:1.15em;letter-spacing:.1em;margin:10px 0 2px;text-align:center;font-weight:700}
.facts{display:flex;flex-wrap:wrap;gap:7px 22px;margin:4px 0 8px}
.facts div{flex:1 1 auto;white-space:nowrap;border-bottom:1px dotted $print_colour}
.facts i{margin-left:3px} table{border-collapse:collapse;table-layout:fixed;width:100%;border:2px solid $line}
td,th{border:1px solid $line;padding:1px 3px;text-align:left;height:$row;overflow:visible;vertical-align:middle;white-space:nowrap}
th{font-weight:700;font-size:.86em;text-align:center;height:1.9em;background:$shade} .n{text-align:center}
.no{width:20px;text-align:center} .name{width:$name} .how{width:$how} .by{width:$by} .num{width:$num;text-align:center}
.log{line-height:1.02;white-space:normal} .log i{margin:0 $gap 0 0}
.over{width:$over;height:$over;padding:0;text-align:center;line-height:.86;vertical-align:middle} .over i{margin:0 1px}
.over small{display:block;border-top:1px dotted $line;line-height:1}
th.over{height:1.3em;font-weight:400} .sum td{height:$sumrow;font-weight:700} .sum th{text-align:right}
.total{font-size:1.1em;border-width:2px} .pair{display:flex;gap:14px;align-items:flex-start;margin-top:8px} .pair>*{flex:1 1 0}
.pair>.wide{flex:$share 1 0} .half{flex:1 1 0;min-width:0} .spread{display:flex} .spread>.half{padding:0 20px}
.spread>.half:first-child{border-right:3px double #8886;background:linear-gradient(to left,#0002,transparent 26px)}
.tally td{height:13px;width:13px;font-size:7.5px;padding:0;text-align:center;border-width:1px;line-height:1}
.tally .x{background:linear-gradient(to top right,transparent 44%,$ink 44%,$ink 54%,transparent 54%)}
.falls td,.falls th{text-align:center;padding:1px;height:$fallrow} th{white-space:normal} .falls th:first-child{text-align:left;width:62px}
.sign{display:flex;gap:30px;margin-top:12px} .sign div{flex:1;border-bottom:1px dotted $print_colour}
"""
