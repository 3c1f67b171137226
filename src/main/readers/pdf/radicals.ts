/**
 * Radicals of the blocks U+2E80–2FDF that stand where the characters of the same shape are meant: many programs that write PDF name the glyph so, and nobody
 * could find 一 by searching. Those of Kangxi have compatibility mappings (Unicode, UAX 15); those of the Supplement have none, hence the pairs.
 */
const supplement = new Map(Array.from('⺰纟⻅见⻈讠⻉贝⻋车⻐钅⻔门⻙韦⻚页⻛风⻜飞⻠饣⻢马⻥鱼⻦鸟⻧卤⻪黾⻬齐⻮齿⻰龙⻳龟⻘青⺠民⺟母⻁虎⻓长⻨麦⻩黄⻝食⻄西⻣骨⻤鬼⻫斉⻱龜⺑尢⺔彐⺀冗'.matchAll(/(.)(.)/gu), (pair): [string, string] => [pair[1] ?? '', pair[2] ?? '']))

/** @returns the text with characters in place of radicals. */
export const withoutRadicals = (text: string): string => text.replaceAll(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC')).replaceAll(/[\u2E80-\u2EF3]/g, (radical) => supplement.get(radical) ?? radical)
