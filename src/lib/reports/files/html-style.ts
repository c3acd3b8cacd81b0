/** Of the single file: it has to look the same anywhere, also in ten years. */
export const STYLE = `
body { max-width: 72rem; margin: 0 auto; padding: 1.5rem; color: #1a1a1a; background: #fff; font: 1.0625rem/1.5 "IBM Plex Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
h1 { margin: 0 0 1.5rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1.125rem; }
p, ul { max-width: 44rem; }
header p, .caption, figcaption, footer { color: #444; font-size: .875rem; }
.headline { margin: 0; font-size: 1.375rem; font-weight: 600; }
.said { padding: .5rem 1rem; border-left: .25rem solid #bbb; background: #f5f5f5; white-space: pre-line; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
blockquote { margin: 0; font-style: italic; }
figure { margin: .75rem 0; }
.table { overflow-x: auto; }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: .9375rem; }
caption { padding: .5rem 0; font-weight: 600; text-align: left; }
th, td { padding: .375rem .5rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 2px solid #444; font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #ccc; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 15mm; }
@media print {
	body { max-width: none; padding: 0; font-size: 10pt; }
	h1 { font-size: 18pt; } h2 { font-size: 14pt; margin-top: 8mm; } h3 { font-size: 11pt; }
	table { font-size: 8.5pt; } .table { overflow: visible; }
	h2, h3, caption { break-after: avoid; } tr, figure, li { break-inside: avoid; } thead { display: table-header-group; }
}
`;
