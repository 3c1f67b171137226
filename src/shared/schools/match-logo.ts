import type { SchoolDraft } from '../model/school'

/** The picture files that came with a table, by the name under which a cell or a school finds them. Paths are relative, with `/`. */
export class LogoFiles {
  readonly #byPath = new Map<string, string>()
  readonly #byEnd = new Map<string, string | null>()
  readonly #byStem = new Map<string, string | null>()

  constructor(paths: readonly string[]) {
    for (const path of paths.toSorted()) {
      const name = path.split('/').at(-1) ?? path
      if (!/\.(?:png|jpe?g|svg|webp|gif|bmp)$/i.test(name)) continue
      this.#byPath.set(plainPath(path), path)
      remember(this.#byEnd, plainPath(name), path)
      remember(this.#byStem, plainPath(name.replace(/\.[^.]+$/, '')), path)
    }
  }

  /**
   * The file that a cell names: by its path, else by its name alone where one file only is called so.
   * @returns null where there is none
   */
  named(cell: string): string | null {
    const path = plainPath(cell)
    return this.#byPath.get(path) ?? this.#byEnd.get(path.split('/').at(-1) ?? path) ?? null
  }

  /** The file that is called like a school. @param suffix of the file's name behind the school's, such as `-dark` */
  ofSchool({ name, short }: Pick<SchoolDraft, 'name'> & Partial<Pick<SchoolDraft, 'short'>>, suffix = ''): string | null {
    return this.#byStem.get(plainPath(name + suffix)) ?? (short === undefined || short === '' ? null : (this.#byStem.get(plainPath(short + suffix)) ?? null))
  }
}

/** Two files of one name: neither is meant for certain. */
const remember = (files: Map<string, string | null>, key: string, path: string): void => void files.set(key, files.has(key) && files.get(key) !== path ? null : path)

const plainPath = (path: string): string => path.normalize('NFKC').replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replaceAll(/\s/g, '').toLowerCase()

/** Does a cell name something that cannot lie in the table's own folder? Such a file is never read. */
export const leadsOutside = (cell: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(cell) || cell.split(/[/\\]/).includes('..')
