"""How the index pages look, light and dark; one sheet, without a single file from elsewhere."""

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ground:#f4f5f7;--ink:#1b1f26;--faint:#667080;--rule:#dfe3e8;--link:#1d5fc4;
--high:#177a3d;--medium:#a85f00;--low:#c62222;--violet:#7a3db5}
@media (prefers-color-scheme:dark){:root{--paper:#191c21;--ground:#111317;--ink:#e4e7ec;--faint:#98a2b3;--rule:#2e333b;
--link:#79b0ff;--high:#5ccb85;--medium:#f0ad4e;--low:#ff7b72;--violet:#c397f5}}
*{box-sizing:border-box}
html{scroll-padding-top:3.6rem}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.45 system-ui,sans-serif}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
header,main{max-width:1280px;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{margin:.1rem 0 .6rem;font-size:1.7rem;line-height:1.2}
h2{margin:2rem 0 .7rem;font-size:1.15rem}
h3{margin:0 0 .6rem;font-size:1rem}
h3 small,h2 small{margin-left:.5rem;color:var(--faint);font-weight:400;font-size:.85rem}
.file{margin:0;color:var(--faint);font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:0;list-style:none}
.facts li{padding:.15rem .6rem;border:1px solid var(--rule);border-radius:99px;background:var(--paper);color:var(--faint)}
.facts b{color:var(--ink);font-weight:600}
.facts .high,.facts .medium,.facts .low{border-color:currentColor}
.facts .high{color:var(--high)}.facts .medium{color:var(--medium)}.facts .low{color:var(--low)}
nav{position:sticky;top:0;z-index:1;margin-top:1rem;border-bottom:1px solid var(--rule);background:var(--ground)}
nav p{display:flex;gap:1.2rem;max-width:1280px;margin:0 auto;padding:.6rem 1.25rem;overflow-x:auto;white-space:nowrap}
.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}
.panel{margin-bottom:1rem;padding:1rem;border:1px solid var(--rule);border-radius:10px;background:var(--paper);overflow-x:auto}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:1.5rem;align-items:start}
.sides>div{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th{padding:.2rem .5rem;color:var(--faint);font-weight:500;font-size:.8rem;text-align:left;white-space:nowrap}
td{padding:.14rem .5rem;border-top:1px solid var(--rule);vertical-align:top}
.n{text-align:right}
.v{display:inline-block;padding:0 .25rem;border-radius:4px;color:inherit}
.n .v{min-width:1.4rem;text-align:right}
h3 .v,.rest .v{padding:0 .1rem}
.v.medium{background:color-mix(in srgb,var(--medium) 18%,transparent);color:var(--medium)}
.v.low{background:color-mix(in srgb,var(--low) 18%,transparent);color:var(--low);font-weight:600}
.v.changed{box-shadow:inset 0 -2px var(--violet)}
.v:target{outline:2px solid var(--link)}
.how{color:var(--faint)}
.rest{margin:.6rem 0 0;color:var(--faint)}
.checks{margin:.8rem 0 0;padding:0;list-style:none}
.checks li::before{display:inline-block;width:1.3rem;content:"·";color:var(--faint)}
.checks .holds::before{content:"✓";color:var(--high)}
.checks .fails::before{content:"✗";color:var(--low)}
.checks small{margin-left:.4rem;color:var(--faint)}
.checks .untried{color:var(--faint)}
.gallery{display:grid;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--rule);border-radius:10px;background:var(--paper);overflow:hidden}
figure img{display:block;width:100%;height:14rem;object-fit:contain;background:#8883}
figcaption{padding:.6rem .8rem}
figcaption b{margin-right:.4rem}
figcaption p{margin:.2rem 0 0;color:var(--faint);font-size:.85rem;overflow-wrap:anywhere;max-height:5.4rem;overflow-y:auto}
.json{padding:0 .35rem;border:1px solid currentColor;border-radius:4px;font-size:.72rem}
.cells{width:100%}
.cells td{padding-block:.3rem;white-space:nowrap;vertical-align:middle}
.cells td:nth-child(3),.cells td:nth-child(5),.cells td:last-child{white-space:normal}
.cells img{display:block;max-height:48px;max-width:22rem;border-radius:3px}
.cells tr:target{background:color-mix(in srgb,var(--link) 15%,transparent);outline:2px solid var(--link);outline-offset:-2px}
.cells .again{color:var(--violet)}
.cells small{color:var(--faint)}
.key{color:var(--faint);font-size:.85rem}
body:has(#doubtful:checked) .cells tr.sure{display:none}
.files{width:100%}.files img{height:64px;max-width:110px;object-fit:contain}
.files td{vertical-align:middle}
"""
