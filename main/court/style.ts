/** How the pages look on a screen and on A4 paper, lying, with page numbers. Everything stands in the page itself: nothing is fetched. */
export const STYLE = `
@page { size: A4 landscape; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
@page certificate { size: A4 portrait; margin: 14mm 18mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 1240px; margin: 0 auto; padding: 24px; color: #1b1b1b; background: #fff; font: 14px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 4px; padding-top: 8px; border-top: 2px solid #1b1b1b; font-size: 19px; }
p { max-width: 96ch; margin: 6px 0; }
a { color: inherit; }
.stamp { display: inline-block; margin: 8px 0; padding: 3px 10px; border: 2px solid #9c1c12; color: #9c1c12; font-weight: 700; letter-spacing: 0.03em; }
.altered { margin: 16px 0; padding: 12px 16px; border: 3px solid #9c1c12; font-weight: 600; }
.quiet, .below { color: #595959; }
.below { font-size: 12px; line-height: 1.3; }
.time { white-space: nowrap; }
.time .below, td > .below, tbody th > .below { display: block; }
td > .detail { display: inline-block; margin-right: 18px; }
.label { color: #595959; }
.label::after { content: ":"; }
.digest { font-family: ui-monospace, "IBM Plex Mono", "DejaVu Sans Mono", monospace; font-size: 0.88em; white-space: nowrap; }
.whole { font-family: ui-monospace, "IBM Plex Mono", "DejaVu Sans Mono", monospace; font-size: 0.92em; overflow-wrap: anywhere; }
nav ol { margin: 4px 0; padding-left: 26px; columns: 2; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 3px 18px; margin: 8px 0; }
dt { color: #595959; }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { width: 100%; margin: 8px 0; border-collapse: collapse; font-size: 13px; line-height: 1.35; }
caption { padding: 2px 0 4px; color: #595959; text-align: left; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #c9c9c9; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; border-bottom: 1px solid #1b1b1b; vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; white-space: nowrap; }
td { min-width: 3.2em; white-space: pre-line; }
figure { margin: 0; }
svg { display: block; max-width: 100%; height: auto; margin: 12px 0; }
.certificate { max-width: 760px; }
.certificate h2, .certificate h1 { border-top: 0; }
.blank { display: inline-block; min-width: 26ch; border-bottom: 1px solid #1b1b1b; }
ul { margin: 2px 0 6px; padding-left: 26px; }
.space { height: 72px; margin: 6px 0; border: 1px solid #8a8a8a; }
.sign { break-inside: avoid; }
.sign dt { padding-top: 10px; }
.sign dd { border-bottom: 1px solid #1b1b1b; min-height: 30px; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  table { font-size: 8pt; }
  .below { font-size: 7pt; }
  .table { overflow: visible; }
  h2 { break-after: avoid; }
  section > p { break-after: avoid; }
  nav a { text-decoration: none; }
  .certificate { page: certificate; break-before: page; max-width: none; font-size: 9pt; }
  .certificate .space { height: 52px; }
}
`;
