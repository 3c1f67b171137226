import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Fonts that systems bring along and that draw Chinese, the plainest first; each draws Latin as well. Family names as the fonts state them. */
const chineseFonts = [
  ['NotoSansCJK-Regular.ttc', 'Noto Sans CJK SC'],
  ['NotoSansCJKsc-Regular.otf', 'Noto Sans CJK SC'],
  ['SourceHanSansSC-Regular.otf', 'Source Han Sans SC'],
  ['SourceHanSansCN-Regular.otf', 'Source Han Sans CN'],
  ['msyh.ttc', 'Microsoft YaHei'],
  ['msyh.ttf', 'Microsoft YaHei'],
  ['simhei.ttf', 'SimHei'],
  ['simsun.ttc', 'SimSun'],
  ['Hiragino Sans GB.ttc', 'Hiragino Sans GB'],
  ['STHeiti Light.ttc', 'Heiti SC'],
  ['wqy-microhei.ttc', 'WenQuanYi Micro Hei'],
  ['wqy-zenhei.ttc', 'WenQuanYi Zen Hei'],
  ['DroidSansFallbackFull.ttf', 'Droid Sans Fallback'],
] as const
const latinFonts = [
  ['DejaVuSans.ttf', 'DejaVu Sans'],
  ['LiberationSans-Regular.ttf', 'Liberation Sans'],
  ['arial.ttf', 'Arial'],
  ['Arial.ttf', 'Arial'],
] as const

/** Where systems keep fonts: Linux, Windows, macOS. */
const roots = (): string[] => ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/', '.local/share/fonts'), join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), '/System/Library/Fonts', '/Library/Fonts'].filter((root) => existsSync(root))

/** Folders of fonts are two or three levels deep. */
const DEEPEST = 4
const fontFiles = (folder: string, depth = 0): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? (depth < DEEPEST ? fontFiles(join(folder, entry.name), depth + 1) : []) : /\.(?:tt[cf]|otf)$/i.test(entry.name) ? [join(folder, entry.name)] : []))
  } catch {
    return [] // a folder that may not be read
  }
}

export type SystemFont = { readonly family: string; readonly bytes: Uint8Array }
const found = { chinese: undefined as Promise<SystemFont | null> | undefined, latin: undefined as Promise<SystemFont | null> | undefined }

const firstOf = async (candidates: readonly (readonly [string, string])[]): Promise<SystemFont | null> => {
  const files = new Map(roots().flatMap((root) => fontFiles(root)).map((file) => [file.split(/[/\\]/).at(-1) ?? '', file]))
  for (const [name, family] of candidates) {
    const file = files.get(name)
    if (file !== undefined) return { family, bytes: new Uint8Array(await readFile(file)) }
  }
  return null
}

/**
 * A font of this computer for words in a drawing, looked for once.
 * @param chinese whether it must draw Chinese characters; null when there is no such font.
 */
export const systemFont = (chinese: boolean): Promise<SystemFont | null> => (chinese ? (found.chinese ??= firstOf(chineseFonts)) : (found.latin ??= firstOf([...latinFonts, ...chineseFonts])))
