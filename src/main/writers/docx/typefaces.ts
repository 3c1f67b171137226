/**
 * The typefaces of a script. A run can name only one typeface for each kind of character (ECMA-376-1 §17.3.2.26); what a reader's
 * machine uses instead stands in the font table as alternate names (§17.8.3.1), so the whole chain travels with the document.
 */
export type TypefaceName = { readonly name: string; readonly instead: readonly string[]; readonly family: 'roman' | 'swiss'; readonly eastAsian: boolean }

/** What a run is set in: Latin letters and figures in one typeface, Han characters and full-width punctuation in another. */
export type Typeface = { readonly latin: TypefaceName; readonly eastAsian: TypefaceName }

const eastAsian = (family: TypefaceName['family'], name: string, ...instead: readonly string[]): TypefaceName => ({ name, instead, family, eastAsian: true })
const latin = (family: TypefaceName['family'], name: string, ...instead: readonly string[]): TypefaceName => ({ name, instead, family, eastAsian: false })

// The GB2312 and 方正 faces that GB/T 9704 names are commercial and often missing; each chain ends in a face that every desktop has.
const xiaobiaosong = eastAsian('roman', '方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '思源宋体', 'Noto Serif CJK SC', '宋体', 'SimSun')
const fangsong = eastAsian('roman', '仿宋_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', '方正仿宋_GBK', '宋体', 'SimSun')
const kaiti = eastAsian('roman', '楷体_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', '方正楷体_GBK', '宋体', 'SimSun')
const heiti = eastAsian('swiss', '黑体', 'SimHei', '华文黑体', 'STHeiti', '思源黑体', 'Noto Sans CJK SC')
const songti = eastAsian('roman', '宋体', 'SimSun', '华文宋体', 'STSong', '思源宋体', 'Noto Serif CJK SC')
const yahei = eastAsian('swiss', '微软雅黑', 'Microsoft YaHei', 'PingFang SC', '思源黑体', 'Noto Sans CJK SC')
const times = latin('roman', 'Times New Roman', 'Liberation Serif', 'Tinos')
const arial = latin('swiss', 'Arial', 'Liberation Sans', 'Helvetica')

export const typefaces = {
  xiaobiaosong: { latin: times, eastAsian: xiaobiaosong },
  fangsong: { latin: times, eastAsian: fangsong },
  kaiti: { latin: times, eastAsian: kaiti },
  heiti: { latin: times, eastAsian: heiti },
  songti: { latin: times, eastAsian: songti },
  sans: { latin: arial, eastAsian: yahei },
} as const satisfies Record<string, Typeface>
