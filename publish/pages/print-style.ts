import postcss from 'postcss';

/** Where the style sheet for paper is, before it gets the hash of its content. */
export const printSheet = '/print.css';

/**
 * Parts a style sheet in two. Rules for paper stand in no layer: they decide against those in a layer, wherever they stand.
 * @returns as `paper`, everything under an `@media print` at the top of the sheet, in the same order and without the query; as
 * `screen`, all the rest
 * @throws CssSyntaxError for a sheet that is not CSS
 */
export function partPrint(css: string): { screen: string; paper: string } {
  const screen = postcss.parse(css);
  const paper = postcss.root();
  screen.each((node) => {
    if (node.type !== 'atrule' || node.name !== 'media' || node.params !== 'print') return;
    paper.append(node.nodes ?? []);
    node.remove();
  });
  return { screen: screen.toString(), paper: paper.toString() };
}
