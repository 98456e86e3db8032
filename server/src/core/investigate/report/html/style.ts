/**
 * How a report looks that is handed over: on a screen in light and dark, and on A4 with page numbers, heads of tables on every page, and the
 * appendix in landscape. Nothing is loaded from anywhere.
 */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --head: #f0f3f6; --paper: #fff; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3d444d; --head: #21262d; --paper: #0d1117; --link: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main, header { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
header .title { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; margin: 0; padding: .75rem 0; border-block: 1px solid var(--line); }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.2rem; margin-top: 2.25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; } h3 { font-size: 1rem; margin-bottom: .25rem; }
h1, h2, h3, p, li, td { overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
li { margin: .2rem 0; }
nav ol { columns: 2; padding-left: 1.5rem; } nav li { margin: 0; padding: .2rem 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .87rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border: 1px solid var(--line); }
thead th, thead td { background: var(--head); }
/* A column may be broken anywhere, so it would be made as narrow as a letter: a day, a role and most words are to stay whole. */
@media print, (min-width: 50rem) { td:not(.number, .events td, .long td) { min-width: 8.5em; } }
.long { table-layout: fixed; margin: 0; } .long th { overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .92em; }
figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
.events { margin-inline: calc(50% - min(50vw, 48rem) + 1rem); }
.events table { table-layout: fixed; font-size: .75rem; margin: 0 0 1rem; } .events td, .events th { padding: .2rem .3rem; overflow-wrap: anywhere; font-weight: normal; } .events td { white-space: pre-line; }
.events thead th { font-weight: 600; } caption { text-align: left; color: var(--soft); padding: .25rem 0; }
.chunk { content-visibility: auto; } .chunk ul { margin: 0; }
.list, .named { margin: 0 0 .5rem; font-size: .87rem; }
tr:target, .list:target { outline: 2px solid var(--link); }
@page { size: A4; margin: 18mm 15mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #57606a; } }
@page wide { size: A4 landscape; margin: 15mm 12mm 18mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --head: #eee; --paper: #fff; --link: #000; }
  body { font-size: 10pt; } main, header { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; } tr, li:not(:has(ul)), figure, .list { break-inside: avoid; } thead { display: table-header-group; }
  a { text-decoration: none; } a[href^="#A"]:not(.list a)::after { content: " " attr(href); font-size: .75em; color: var(--soft); } table { font-size: 8.5pt; width: calc(100% - 1px); }
  th, td { padding: .25rem .3rem; } td:not(.number, .events td, .long td) { min-width: 8.6em; }
  .events { page: wide; margin: 0; } .events table { font-size: 6.5pt; } .chunk { content-visibility: visible; }
}
`;
