/** Each radical of the CJK Radicals Supplement before the ideograph that it looks like (Unicode, EquivalentUnifiedIdeograph.txt). */
const supplement = '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const characters = Array.from(supplement)
const unified = new Map(characters.flatMap((radical, index) => (index % 2 === 0 ? [[radical, characters[index + 1]!] as const] : [])))

/**
 * The ideograph that a radical is drawn as: ⽰ U+2F70 and 示 U+793A are one glyph in many typefaces, and only the second is what people write,
 * search and copy. Everything else is returned as it is.
 */
export function unifiedIdeograph(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x2e80 || code > 0x2fd5) return character
  return unified.get(character) ?? character.normalize('NFKC')
}
