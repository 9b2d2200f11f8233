"""The style sheets of the unseen layouts, apart from the code that fills them; `$name` is drawn by each layout's dice."""

STATS_SITE = """
@page{size:A3 landscape;margin:8mm}
body{margin:0;font:$size/1.3 $font;color:$text;background:$page}
.top{background:$bar;color:#fff;padding:9px 28px;display:flex;gap:22px} .top b{margin-right:20px}
.crumbs{padding:7px 28px;color:$faint;font-size:.86em} main{padding:0 28px 18px} h1{font-size:1.45em;margin:4px 0}
.facts{display:flex;flex-wrap:wrap;gap:4px 26px;color:$faint;margin-bottom:10px}
.box{background:$panel;border:1px solid $line;margin-bottom:16px}
h2{font-size:1.05em;margin:0;padding:8px 12px;border-left:5px solid $accent;display:flex;gap:14px}
h2 small{font-weight:400;color:$faint}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 8px;text-align:left;border-top:$rule;white-space:nowrap}
th{background:$head;font-size:.86em;font-weight:600;text-transform:$case} .n{text-align:$align}
td.who{font-weight:600;color:$link} .rk{color:$faint;text-align:center;width:30px}
.pts{font-weight:700;color:$accent;text-align:$align}
tr:nth-child(odd) td{background:$stripe} tr.sum td{font-weight:700;background:$head}
td.how{white-space:normal;color:$faint}
.chips{display:flex;flex-wrap:wrap;gap:5px 8px;padding:7px 12px;align-items:center}
.chips span{border:1px solid $line;padding:1px 8px;border-radius:$round}
.note{padding:2px 12px 8px;color:$faint;font-size:.86em;margin:0}
"""

ASSOCIATION_REPORT = """
@page{size:A4;margin:12mm}
body{margin:0;padding:$edge;font:$size/1.25 $font;color:#14161a;background:#fff}
.head{display:flex;gap:16px;align-items:center;border-bottom:3px double $ink;padding-bottom:8px}
.crest{flex:none;width:58px;height:58px;border-radius:50%;border:3px solid $ink;color:$ink;line-height:58px;
text-align:center;font-weight:700}
.head h1{font-size:1.3em;margin:0;color:$ink} .head p{margin:2px 0} .head .t{flex:1}
.stamp{flex:none;border:3px solid $stamp;color:$stamp;padding:5px 12px;transform:rotate($turn);border-radius:$round;
text-align:center;font-weight:700;letter-spacing:1px;opacity:.8}
.stamp small{display:block;font-weight:400;letter-spacing:0}
h2{font-size:1.02em;margin:14px 0 4px;color:$ink;border-bottom:$under}
table{width:100%;border-collapse:collapse;margin-bottom:6px}
td,th{border:$grid;padding:$pad 5px;text-align:left;vertical-align:top}
th{background:$shade;font-weight:700;font-size:.9em}
.n{text-align:$align;white-space:nowrap} .no{width:1.6em;text-align:center}
.k{font-weight:700;width:24%;background:$shade} tr.sum td{font-weight:700}
.key{font-size:.86em;margin:2px 0 8px} .falls td,.falls th{text-align:center;padding:$pad 2px} tr{break-inside:avoid}
.sign{display:flex;justify-content:space-between;align-items:flex-end;gap:24px;margin-top:34px}
.sign div{border-top:1px solid #333;flex:1;padding-top:3px;font-size:.9em}
.page{text-align:center;font-size:.84em;margin-top:16px}
"""

STREAM_OVERLAY = """
body{margin:0;height:720px;font:$size/1.2 $font;color:$text;overflow:hidden;position:relative;
background:radial-gradient(ellipse at 50% 70%,#b9a06a 0,#b9a06a 9%,transparent 10%),
linear-gradient(180deg,#7fa6c9 0,#9dbcd6 22%,#3f7a35 23%,#2c5f27 100%)}
.live{position:absolute;left:24px;top:14px;background:#c8102e;color:#fff;padding:3px 12px;font-weight:700;
border-radius:3px;font-size:.85em}
.logo{position:absolute;right:24px;top:14px;background:#000a;color:#fff;padding:3px 12px;font-size:.85em}
.card{position:absolute;left:$side;right:$side;bottom:70px;background:$glass;border-radius:$round;overflow:hidden;
box-shadow:0 6px 24px #0007}
.bar{background:$bar;color:$bartext;display:flex;justify-content:space-between;align-items:baseline;padding:8px 20px;
font-size:1.3em;font-weight:700}
.bar small{font-size:.66em;font-weight:400} .two{display:flex;gap:$gap;padding:6px 20px}
.two>table{flex:1;border-collapse:collapse;align-self:flex-start}
td{padding:$pad 6px;border-bottom:$rule;vertical-align:middle} .no{width:20px;color:$faint}
.n{text-align:right;width:38px;font-weight:700}
.b{text-align:right;width:34px;color:$faint} .how{display:block;font-size:.78em;color:$faint}
tr.in td{background:$lit}
.sums{display:flex;gap:30px;padding:4px 20px;font-weight:600;justify-content:$place}
.bowl{display:flex;background:$strip;flex-wrap:wrap;padding:4px 12px} .bowl div{padding:3px 8px;$cell}
.bowl b{margin-right:8px} .bowl .label{font-weight:700;color:$bar}
.ticker{position:absolute;left:0;right:0;bottom:0;background:$bar;color:$bartext;display:flex;gap:34px;
padding:12px 24px;align-items:center}
"""

PROGRAMME = """
@page{size:A4;margin:12mm}
body{margin:0;padding:$edge;font:$size/$line $font;color:$ink;background:$paper}
.strap{background:$accent;color:$paper;text-align:center;letter-spacing:3px;padding:5px;font-variant:small-caps}
h1{text-align:center;font-size:1.7em;font-weight:$weight;margin:10px 0 2px;color:$accent}
.sub{text-align:center;font-style:italic;margin:0 0 10px}
.prose{column-count:2;column-gap:22px;text-align:justify;margin:0 0 12px}
.innings{border:$frame;padding:8px 16px 10px;margin:0 $inset 14px;background:$tint}
h2{text-align:center;font-size:1.15em;font-weight:$weight;margin:2px 0 6px;font-variant:small-caps;letter-spacing:1px;
color:$accent}
table{border-collapse:collapse;width:100%}
td,th{padding:$pad 6px;text-align:left;vertical-align:baseline;font-weight:400}
.bat .name{text-align:$side;width:$share;font-variant:$caps} .n{text-align:right;white-space:nowrap;width:2.4em}
th{font-style:italic;font-size:.9em}
.sum td{border-top:1px solid $accent} .sum+.sum td{border-top:0;font-weight:700} p{margin:5px 0;text-align:center}
.bowl{margin-top:8px;border-top:$rule} .bowl .name{font-variant:$caps} .gap{width:14px}
.bowl td,.bowl th{padding:$pad 3px} .bowl .n{width:1.8em}
.foot{display:flex;justify-content:space-between;font-style:italic;font-size:.9em}
.advert{border:2px solid $ink;text-align:center;padding:8px;margin:8px 0}
"""

BROADCASTER_ROWS = """
body{margin:0;font:$size/1.3 $font;color:$text;background:$page}
.top{background:$bar;color:#fff;padding:10px 22px;display:flex;justify-content:space-between}
.top b{letter-spacing:2px}
.hero{background:$bar;color:#fff;padding:12px 22px 16px} .hero p{margin:2px 0;opacity:.9}
.sides{display:flex;justify-content:space-between;gap:20px;font-size:1.25em;font-weight:700;margin:6px 0}
.tabs{display:flex;gap:22px;padding:10px 22px;background:$panel;border-bottom:1px solid $line}
.tabs .on{font-weight:700;border-bottom:3px solid $accent}
section{margin:14px 22px;background:$panel;border-radius:$round;overflow:hidden;border:1px solid $line}
h2{margin:0;font-size:1.1em;padding:10px 14px} .tiles{display:flex;gap:10px;padding:0 14px 10px}
.tiles div{background:$tile;padding:5px 14px;flex:$grow}
.tiles small{display:block;font-size:.76em;color:$faint} .tiles b{font-size:1.1em}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 8px;text-align:left;border-top:1px solid $line}
th{font-size:.82em;color:$faint;font-weight:600;border-top:0}
.g{text-align:center;border-bottom:1px solid $line;border-left:$split}
.n{text-align:$align;white-space:nowrap;width:44px} .s{width:16px;color:$accent} .nm{display:block;font-weight:700}
.how{display:block;color:$faint;font-size:.88em}
tr.in td{background:$lit} tr.more td{border-top:0;background:$tile;font-size:.86em;padding:4px 14px 8px 40px}
.more span{margin-right:26px}
.list{padding:8px 14px;margin:0;border-top:1px solid $line} .foot{padding:12px 22px;color:$faint;font-size:.86em}
"""

SCHOOL_BOOK = """
@page{size:A3 landscape;margin:10mm}
body{margin:0;padding:$edge;font:$size/1.2 $form;color:$print;background:$paper}
h1{font-size:1.3em;margin:0;text-align:$side;letter-spacing:1px}
h1 small{display:block;font-size:.68em;font-weight:400;letter-spacing:0}
.w{font:$typed $hand;color:$ink;margin-left:6px} td .w{margin-left:0}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:0;border:$line;margin:8px 0}
.facts div{border:$line;padding:4px 8px}
h2{font-size:1.05em;margin:12px 0 4px;background:$shade;padding:4px 8px;border:$line}
table{width:100%;border-collapse:collapse;margin-bottom:-1px}
td,th{border:$line;padding:$pad 5px;text-align:left;height:1.5em}
th{background:$shade;font-size:.88em;font-weight:$weight} .n{text-align:center;width:52px}
.no{width:20px;text-align:center} .log{width:$log} .log .w{font-size:.88em}
.strip td{text-align:center;height:auto;padding:3px} .strip small{display:block} .strip b{font-weight:400}
.half{display:flex;gap:14px;align-items:flex-start;margin-top:8px} .half>table{flex:1}
.falls td{text-align:center;padding:2px}
.sign{display:flex;justify-content:space-between;margin-top:14px}
"""
