"""The style sheets of the second unseen layouts, apart from the code that fills them; `$name` is drawn by each layout's dice."""

SERIES_PAGE = """
*{font-variant-ligatures:none}
@page{size:A3;margin:8mm}
body{margin:0;font:$size/1.35 $font;color:$text;background:$page}
nav{background:$bar;color:#fff;padding:10px 24px;display:flex;gap:22px} nav b{margin-right:16px;font-size:1.2em}
.banner{background:#fdf3d0;color:#5f5314;text-align:center;padding:22px;margin:10px 24px;border:1px solid #e2d391}
.page{display:flex;gap:16px;padding:8px 24px 20px;align-items:flex-start} main{flex:1;min-width:0} aside{width:270px;flex:none}
section{background:$panel;border:1px solid $line;border-radius:$round;margin-bottom:12px;overflow:hidden}
.head{padding:12px 16px} .head p{margin:3px 0;color:$faint} .score{display:flex;justify-content:space-between;font-size:1.25em}
.score i{display:inline-block;width:20px;height:13px;background:$bar;margin-right:10px}
.best{padding:6px 16px;border-top:1px solid $line} .best small{display:block;color:$faint}
.tabs{display:flex;gap:22px;padding:9px 16px;border-top:1px solid $line;color:$faint}
.tabs .on{color:$link;font-weight:700;border-bottom:2px solid $link}
h2{font-size:1em;margin:0;padding:9px 16px;text-transform:uppercase;border-bottom:1px solid $line}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 8px;border-bottom:1px solid $line;text-align:left}
td:first-child,th:first-child{padding-left:16px} th{background:$head;font-size:.84em}
.n{text-align:right;width:34px;white-space:nowrap} .who{color:$link;white-space:nowrap;width:1%} .how{color:$faint}
.who + .how + .n,.sum td{font-weight:700} .list b{font-weight:700} .list{line-height:1.55} .s{width:16px;color:$faint}
.bowling .n:nth-child(5){font-weight:700} .note{color:$faint;font-size:.92em;font-style:italic}
.facts .k{font-weight:700;width:30%} aside p{margin:0;padding:7px 16px;border-bottom:1px solid $line}
.ad{background:#dfe7ee;color:#38495a;text-align:center;padding:30px 12px;margin-bottom:12px} .tall{padding:110px 12px}
aside td,aside th{padding:5px 4px;font-size:.88em} aside .n{width:auto}
"""

LIVE_SITE = """
*{font-variant-ligatures:none}
body{margin:0;font:$size/1.4 $font;color:#222;background:$page}
nav{background:$bar;color:#fff;padding:11px 20px;display:flex;gap:22px;align-items:center} nav b{font-size:1.35em}
.page{display:flex;gap:20px;padding:14px 20px;background:#fff;max-width:1060px;margin:0 auto} main{flex:1;min-width:0}
aside{width:250px;flex:none} h1{font-size:1.4em;margin:0 0 4px} .facts{color:#555;font-size:.92em;margin:0 0 8px}
.tabs{display:flex;gap:18px;border-bottom:1px solid #ddd;padding:6px 0;color:#555} .tabs .on{color:$bar;border-bottom:3px solid $bar}
.result{color:$result;margin:12px 0} .in{margin-bottom:16px}
.bar{display:flex;justify-content:space-between;background:$bar;color:#fff;padding:7px 10px;font-weight:700}
.shut{background:$shut;color:$shuttext;margin-bottom:10px}
.h,.r{display:flex;align-items:baseline;padding:$pad 10px;border-bottom:1px solid #e9e9e9}
.h{background:$head;font-weight:700;font-size:.93em}
.a{width:27%;flex:none;color:$link} .h .a{color:inherit} .d{flex:1;color:#666} .n{width:$col;text-align:right;flex:none} .n.w{width:11%}
.b{font-weight:700} .p{width:$chev;text-align:right;flex:none;color:#888} .wide{flex:1} .sum .wide{text-align:right;padding-right:$space}
.mid{text-align:center;flex:1} .half{width:33%;flex:none;color:$link} .right{text-align:right} .h .half,.sum .a,.r .right{color:inherit}
.ad{background:#f0e9d8;color:#6b5c2c;text-align:center;padding:26px 10px;margin-bottom:14px} aside h3{font-size:1em;margin:0 0 6px}
aside p{margin:0 0 10px;border-bottom:1px solid #eee;padding-bottom:8px;font-size:.92em}
"""

APP_COLLAGE = """
*{font-variant-ligatures:none}
body{margin:0;font:$size/1.3 $font;color:$text;background:#0b0b0d}
.top{display:flex;align-items:center;gap:14px;color:#fff;padding:12px 18px;font-family:'Roboto'} .top small{display:block;color:#c4c4c8}
.top div{flex:1} .shots{display:flex;gap:$gap;padding:0 $edge}
.phone{flex:1;display:flex;flex-direction:column;background:$page;min-width:0}
.status{display:flex;justify-content:space-between;background:$bar;color:#fff;padding:5px 14px;font-size:.82em;font-family:'Roboto'}
.title{background:$bar;color:#fff;padding:8px 14px;font-size:1.12em;font-weight:600;display:flex;gap:12px}
.tabs{display:flex;justify-content:space-between;background:$bar;color:#ffffffcc;padding:8px 14px;font-size:.86em}
.tabs .on{color:#fff;border-bottom:2px solid #fff;font-weight:700}
.team{display:flex;justify-content:space-between;align-items:center;background:$team;color:$teamtext;padding:10px 12px;font-weight:700;
margin-top:8px}
.team small{font-weight:400} .shut{background:$shut;color:$text}
table{width:100%;border-collapse:collapse;background:$panel}
th{background:$head;color:$faint;font-size:.82em;text-align:left;font-weight:600}
td,th{padding:$pad 5px;border-bottom:1px solid $line} td:first-child,th:first-child{padding-left:12px}
.n{text-align:right;white-space:nowrap}
tr > .n:last-child{padding-right:12px} td.n,th.n{width:26px} .who{color:$link;font-weight:600}
.who small{display:block;color:$faint;font-weight:400}
.b{font-weight:700}
.line{display:flex;justify-content:space-between;gap:14px;background:$panel;padding:8px 12px;border-bottom:1px solid $line}
.line b{white-space:nowrap} .line span{text-align:right} .wait{background:$panel;padding:8px 12px;border-bottom:1px solid $line}
.wait b{display:block;color:$faint;font-size:.84em} .ad{background:#ffe9b8;color:#5a4310;text-align:center;padding:12px;font-size:.9em}
.foot{display:flex;justify-content:space-around;background:$panel;border-top:1px solid $line;padding:8px;margin-top:auto;color:$faint;
font-size:.78em}
.reply{color:#d7d7db;padding:12px 18px 16px;display:flex;gap:12px;font-family:'Roboto'}
.reply span{flex:1;background:#1f1f23;border-radius:18px;padding:8px 16px}
"""

SCORER_PRINT = """
*{font-variant-ligatures:none}
@page{size:A4;margin:11mm}
body{margin:0;padding:$edge;font:$size/1.25 $font;color:#000;background:#fff}
.head{display:flex;justify-content:space-between;border-bottom:$under;padding-bottom:4px;margin-bottom:6px}
h1{font-size:1.35em;margin:2px 0;text-align:$title} .facts{text-align:$title} h2{font-size:1.1em;margin:14px 0 4px}
table{border-collapse:collapse;width:100%;margin-bottom:8px} td,th{border:$grid;padding:$pad 4px;text-align:left;vertical-align:top}
th{background:$shade;font-weight:700;border-bottom:1px solid #000} .n{text-align:right;white-space:nowrap} .b{font-weight:700}
tr.sum td{font-weight:700;border-top:1px solid #000} tr{break-inside:avoid}
.two{display:flex;gap:16px;align-items:flex-start} .two > div{flex:1} .two > .few{flex:none;width:26%}
.overs td{text-align:center;padding:$pad 2px;font-size:.9em}
.foot{border-top:$under;margin-top:14px;padding-top:4px;display:flex;justify-content:space-between;font-size:.88em}
"""

WORD_DOCUMENT = """
*{font-variant-ligatures:none}
@page{size:A4;margin:14mm}
body{margin:0;padding:$edge;font:$size/1.35 $font;color:#111;background:#fff}
.print{display:flex;justify-content:space-between;font:10px 'Liberation Sans';color:#222;margin-bottom:14px} .end{margin:18px 0 0}
.crest{text-align:center;color:$ink;margin-bottom:8px} .crest b{font-size:1.7em;letter-spacing:1px} .crest small{display:block;color:#444}
h1{font-size:1.25em;text-align:$title;color:$ink;text-decoration:$line;margin:8px 0} h2{font-size:1.08em;margin:14px 0 4px;color:$ink}
p{margin:0 0 8px;text-align:$prose} .fact{margin:0}
table{border-collapse:collapse;width:$width;margin:0 auto 12px} td,th{border:$grid;padding:$pad 6px;text-align:left}
th{background:$headback;color:$headtext} tr.band td{background:$band} .n{text-align:$align;white-space:nowrap;width:8%}
.sum td{font-weight:700}
.team td,.team th{background:$teamback;color:$teamtext;font-weight:700;text-align:$title;font-size:1.06em} tr{break-inside:avoid}
"""

TV_SUMMARY = """
*{font-variant-ligatures:none}
body{margin:0;font:$size/1.2 $font;color:#fff;background:$back}
.screen{box-sizing:border-box;min-height:$height;padding:$edge;background:radial-gradient(circle at $spot,$light,$back 70%);display:flex;
flex-direction:column;justify-content:center;position:relative}
.bug{position:absolute;top:18px;right:$bugside;font-size:.7em;opacity:.85;letter-spacing:2px;font-weight:700}
.title{background:$panel;padding:10px 22px;display:flex;justify-content:space-between;align-items:baseline;border-left:10px solid $accent}
.title b{font-size:1.35em;letter-spacing:1px} .title span{font-size:.8em;color:#dfe5ee}
.in{margin-top:$gap} .team{background:$bar;color:$bartext;display:flex;align-items:center;gap:18px;padding:7px 22px;font-weight:700}
.team b{flex:1;font-size:1.12em} .team small{font-weight:400} .team strong{font-size:1.3em}
.rows{display:grid;grid-template-columns:1fr 1fr;gap:0 $middle;background:$panel;padding:4px 0}
.half{display:flex;padding:$pad 22px;border-bottom:$rule;align-items:baseline} .half span{flex:1}
.half b{width:64px;text-align:right;white-space:nowrap}
.half small{width:84px;text-align:right;color:#cfd8e6;font-size:.78em;white-space:nowrap}
.foot{background:$accent;color:$foottext;text-align:center;padding:9px;margin-top:$gap;font-weight:700;letter-spacing:1px}
.sponsor{text-align:right;font-size:.62em;margin-top:8px;opacity:.75}
"""

WORKBOOK = """
*{font-variant-ligatures:none}
body{margin:0;font:$size/1.25 $font;color:#000;background:#fff}
.bar{background:$ribbon;color:$ribbontext;display:flex;justify-content:space-between;padding:7px 14px;font-size:.95em}
.menu{display:flex;gap:20px;padding:7px 14px;background:#f3f2f1;color:#323130;font-size:.95em}
.fx{display:flex;border:1px solid #d4d4d4;background:#fff} .fx span{padding:3px 10px;border-right:1px solid #d4d4d4}
.fx i{color:#777;padding:3px 8px}
table{border-collapse:collapse} td{border:1px solid #dcdcdc;padding:$pad 5px;white-space:nowrap;height:1.25em}
td.h{background:#eeeeee;color:#555;text-align:center;border-color:#c8c8c8;min-width:24px} .n{text-align:right}
td.t{background:$team;color:$teamtext;font-weight:700} td.k{background:$tint;font-weight:700}
td.s{font-weight:700;border-top:1px solid #000}
td.hot{background:#f8cbad} td.good{background:#c6e0b4} td.at{outline:2px solid #217346;outline-offset:-2px}
.tabs{background:#eeeeee;padding:0 14px;display:flex;gap:2px;color:#444} .tabs span{padding:6px 14px}
.tabs .on{background:#fff;color:#217346;font-weight:700}
.state{background:$ribbon;color:$ribbontext;padding:3px 14px;font-size:.85em;display:flex;justify-content:space-between}
"""

MATCH_CENTRE = """
*{font-variant-ligatures:none}
body{margin:0;font:$size/1.3 $font;color:$text;background:$page}
header{background:$bar;color:$bartext;padding:16px 24px;display:flex;justify-content:space-between;align-items:center;gap:24px}
header div{flex:1} header .mid{text-align:center;flex:1.4} header .away{text-align:right} header b{display:block;font-size:1.15em}
header strong{font-size:1.3em}
header small{display:block;opacity:.85}
.tabs{display:flex;gap:24px;padding:10px 24px;background:$panel;border-bottom:1px solid $line;color:$faint}
.tabs .on{color:$accent;font-weight:700} h2{margin:18px 24px 8px;font-size:1.15em;display:flex;justify-content:space-between}
.grid{display:grid;grid-template-columns:$shares;gap:14px;padding:0 24px 10px;align-items:start}
.panel{background:$panel;border:$border;border-radius:$round;padding:10px 14px;margin-bottom:14px;box-shadow:$shadow}
h3{margin:0 0 6px;font-size:.82em;letter-spacing:1px;text-transform:uppercase;color:$accent}
table{width:100%;border-collapse:collapse} th{color:$faint;font-size:.8em;text-align:left;font-weight:600;padding:3px 5px}
td{padding:$pad 5px;border-top:1px solid $line} .n{text-align:right;white-space:nowrap} .who b{font-weight:600}
.who small{display:block;color:$faint}
tr.in td{background:$lit} .b{font-weight:700}
.sums{display:flex;justify-content:space-between;gap:12px;border-top:1px solid $line;padding:7px 5px}
.sums.total{font-weight:700;font-size:1.1em} .chips span{margin-left:8px;color:$faint}
.wait{padding:7px 5px;border-top:1px solid $line;color:$faint}
.fall{display:flex;align-items:center;gap:10px;padding:4px 0;border-top:1px solid $line}
.fall i{flex:none;width:22px;height:22px;line-height:22px;border-radius:50%;background:$accent;color:$disc;text-align:center;
font-style:normal;font-size:.82em}
.fall span{flex:1} .fall small{color:$faint} .stand{padding:5px 0;border-top:1px solid $line}
.stand div{display:flex;justify-content:space-between;gap:10px} .stand small{color:$faint;flex:1} .stand b + small{text-align:right}
.stand i{display:block;height:7px;background:$accent;border-radius:4px;margin:3px auto 0}
.bars{display:flex;align-items:flex-end;gap:2px;height:90px;border-bottom:1px solid $faint} .bars i{flex:1;background:$accent}
.axis{display:flex;justify-content:space-between;color:$faint;font-size:.78em}
"""
