import { createHash } from 'node:crypto'
import { assertNever } from '../../../shared/assert-never'
import type { Warning } from '../../../shared/outcome'
import type { PresetName } from '../../writers/docx/presets'
import { TalkCopies, type TalkCopy } from '../../writers/pack/talk-copies'
import type { HashedBytes } from '../../zip/archive-copies'
import { dateOf, noQuestions, written, type WrittenKind } from '../export-talk'
import { talkPreparer, type TalkWish } from '../prepare-talk'
import type { SchoolLook } from '../../../shared/brand/look-in-school'
import { mediaOf } from '../talk-pictures'

/** What all schools of a run have in common. */
export type CommonWish = Pick<TalkWish, 'paceOf' | 'catalogue' | 'cited' | 'pictures' | 'shownAs'> & { readonly kinds: readonly WrittenKind[]; readonly preset: PresetName }

/** What is one school's own: its text of the talk, with its case and its names in place, and its look. */
export type SchoolWish = Pick<TalkWish, 'markdown' | 'audience'> & { readonly look: SchoolLook }

/** Takes a file as soon as it is made; its bytes are those of the next school's file of its kind afterwards. */
export type PutFile = (name: string, file: HashedBytes) => void | Promise<void>

/**
 * Makes the files of a talk for one school after another. Each is, byte for byte, what `exportTalk` makes for that school alone; the time goes into what differs.
 */
export class SchoolFiles {
  readonly #wish: CommonWish
  readonly #copies: TalkCopies
  /** By audience: a talk for another has other blocks. */
  readonly #preparers = new Map<string, ReturnType<typeof talkPreparer>>()

  constructor(wish: CommonWish) {
    this.#wish = wish
    this.#copies = new TalkCopies(wish.preset, wish.catalogue)
  }

  /**
   * @param free when nobody needs the bytes of the files before any more
   * @returns what the user should know of the talk as it is given in this school
   */
  async write({ markdown, audience, look }: SchoolWish, put: PutFile, free: () => Promise<unknown> = () => Promise.resolve()): Promise<readonly Warning[]> {
    const { kinds, paceOf, catalogue, cited, pictures, shownAs } = this.#wish
    const prepare = this.#preparers.get(audience) ?? talkPreparer()
    this.#preparers.set(audience, prepare)
    const { talk, deck, warnings } = prepare({ markdown, audience, pictures, paceOf, catalogue, cited, shownAs, theme: look.theme })
    const copy: TalkCopy = { talk, deck, look: { theme: look.theme, brand: look.marks, media: mediaOf(pictures) }, pictures, pace: paceOf(talk.front.speaker), made: dateOf(talk.front) }
    await free()
    const lacking: Warning[] = []
    for (const kind of kinds) {
      const file = await this.#file(kind, markdown, copy)
      if (file === null) lacking.push(noQuestions)
      else await put(written[kind].name, file)
    }
    return [...warnings, ...lacking]
  }

  #file(kind: WrittenKind, markdown: string, copy: TalkCopy): HashedBytes | null | Promise<HashedBytes | null> {
    switch (kind) {
      case 'slides':
        return this.#copies.slides(copy)
      case 'script':
        return this.#copies.script(copy)
      case 'handout':
      case 'quiz':
        return this.#copies.sheet(kind, copy)
      case 'markdown':
        return ofText(markdown)
      default:
        return assertNever(kind)
    }
  }
}

function ofText(text: string): HashedBytes {
  const bytes = new TextEncoder().encode(text)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
