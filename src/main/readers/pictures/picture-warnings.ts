import type { Warning } from '../../../shared/outcome'

/** What became of the pictures of a document beyond being kept; told to the user afterwards. */
export type PictureFindings = {
  /** In a place outside the file, or missing from it. */
  outside: number
  damaged: number
  /** Of a kind that Lectern does not know. */
  unknown: number
  /** Beyond the limits of one picture, or of all together. */
  tooLarge: number
  /** EMF and WMF. */
  metafiles: number
  /** Animations of which the first frame was kept. */
  stilled: number
  /** TIFFs of which the first page was kept. */
  paged: number
  /** SVG from which scripts or outside addresses were taken. */
  cleaned: number
  /** SVG whose words could not be drawn. */
  fontless: number
}
export const noPictureFindings = (): PictureFindings => ({ outside: 0, damaged: 0, unknown: 0, tooLarge: 0, metafiles: 0, stilled: 0, paged: 0, cleaned: 0, fontless: 0 })

/** At most one sentence of each kind, however many pictures it concerns. */
export const pictureWarnings = ({ outside, damaged, unknown, tooLarge, metafiles, stilled, paged, cleaned, fontless }: PictureFindings): Warning[] => {
  const warnings: Warning[] = []
  const say = (code: string, chinese: string, english: string) => warnings.push({ code, place: '', message: { 'zh-CN': chinese, en: english } })
  const leftOut = outside + damaged + unknown + tooLarge
  const reasons = [
    [outside, `${outside} 张不在文件里`, `not in the file: ${outside}`],
    [damaged, `${damaged} 张已损坏`, `damaged: ${damaged}`],
    [unknown, `${unknown} 张格式不认识`, `of an unknown kind: ${unknown}`],
    [tooLarge, `${tooLarge} 张过大`, `too large: ${tooLarge}`],
  ] as const
  const told = reasons.filter(([count]) => count > 0)
  if (leftOut > 0)
    say(
      'pictures-left-out',
      `文档中的 ${leftOut} 张图片没有导入（${told.map(([, chinese]) => chinese).join('，')}），文字不受影响，原件中仍可查看。`,
      `Pictures left out: ${leftOut} (${told.map(([, , english]) => english).join('; ')}). The text is complete; see the original file.`,
    )
  if (metafiles > 0)
    say(
      'metafiles-left-out',
      `文档中的 ${metafiles} 张 EMF/WMF 图没有导入（多为从 Visio、Excel 等粘贴的图形），文字不受影响。需要时请在 Word 中把图另存为 PNG 再导入。`,
      `Pictures in EMF or WMF, mostly pasted from Visio or Excel, were left out: ${metafiles}. The text is complete. To use one, save it as PNG from Word and import that.`,
    )
  if (stilled > 0) say('animations-stilled', `文档中的 ${stilled} 张动图只保留了第一帧。`, `Of animated pictures only the first frame was kept: ${stilled}.`)
  if (paged > 0) say('pages-left-out', `${paged} 个多页 TIFF 只保留了第一页，其余各页在原件里。`, `Of TIFFs with several pages only the first was kept (${paged}); the others are in the original file.`)
  if (cleaned > 0) say('drawings-cleaned', `文档中的 ${cleaned} 张 SVG 图带有脚本或外部地址，已去掉，没有运行，也没有访问。`, `Scripts and outside addresses were taken out of SVG pictures (${cleaned}); none was run or visited.`)
  if (fontless > 0) say('drawings-without-words', `文档中的 ${fontless} 张 SVG 图里有文字没有画出：这台电脑上没有找到可用的字体。`, `Words in SVG pictures could not be drawn (${fontless}), since no font for them was found on this computer.`)
  return warnings
}
