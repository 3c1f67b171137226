import type { z } from 'zod'
import { freeKey } from '../../shared/formats/catalogue'
import { AudienceDefinition, builtIn, FormatDefinition } from '../../shared/formats/talk-formats'
import type { Localized } from '../../shared/language'
import { designWords } from '../../shared/model/look'
import { DesignDefinition, DesignId } from '../../shared/model/own-design'
import { AudienceId, FormatId } from '../../shared/model/own-definitions'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import type { Sql } from './sql'

type DefinitionRow = { readonly no: number; readonly id: string; readonly key: string; readonly definition: string; readonly created_at: number; readonly updated_at: number }

/** What tells one kind of definition from the other. */
type Kind<Id extends string, Definition> = {
  readonly table: 'formats' | 'audiences' | 'designs'
  readonly id: (text: string) => Id
  readonly definition: z.ZodType<Definition>
  /** Keys that no definition of the user's own may take. */
  readonly builtIn: readonly string[]
  readonly labels: Readonly<Record<'add' | 'edit' | 'remove', (name: string) => Localized>>
  readonly notFound: () => LecternError
}

export type OwnDefinition<Id, Definition> = { readonly id: Id; readonly key: string; readonly definition: Definition; readonly createdAt: number; readonly updatedAt: number }

/** What the user defined: formats, audiences, or designs. */
export class OwnDefinitions<Id extends string, Definition extends { readonly name: Localized }> {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })

  constructor(
    readonly kind: Kind<Id, Definition>,
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** By name. */
  list(): OwnDefinition<Id, Definition>[] {
    return this.sql
      .all<DefinitionRow>(`SELECT * FROM ${this.kind.table} ORDER BY no`)
      .map((row) => this.#definitionOf(row))
      .sort((a, b) => this.#collator.compare(a.definition.name['zh-CN'], b.definition.name['zh-CN']))
  }

  find(id: Id): OwnDefinition<Id, Definition> | null {
    const row = this.#row(id)
    return row ? this.#definitionOf(row) : null
  }

  /** What talks name by `key`; null when there is none. */
  named(key: string): OwnDefinition<Id, Definition> | null {
    const row = this.sql.one<DefinitionRow>(`SELECT * FROM ${this.kind.table} WHERE key = :key ORDER BY no`, { key })
    return row ? this.#definitionOf(row) : null
  }

  /** What talks may name, oldest first. */
  keys(): string[] {
    return this.sql.column<string>(`SELECT key FROM ${this.kind.table} ORDER BY no`)
  }

  add(definition: Definition): OwnDefinition<Id, Definition> {
    const now = this.env.clock()
    const added = { id: this.kind.id(this.env.newId()), key: this.#freeKey(definition.name['zh-CN']), definition, createdAt: now, updatedAt: now }
    this.journal.deed(this.kind.labels.add(definition.name['zh-CN']), (change) => this.#write(change, added))
    this.env.changed()
    return added
  }

  /** Its key stays, whatever it is called from now on. @throws LecternError `format-not-found`, `audience-not-found`, `design-not-found` */
  change(id: Id, definition: Definition): OwnDefinition<Id, Definition> {
    const before = this.get(id)
    const changed = { ...before, definition, updatedAt: this.env.clock() }
    this.journal.deed(this.kind.labels.edit(definition.name['zh-CN']), (change) => this.#write(change, changed, this.#row(id)?.no))
    this.env.changed()
    return changed
  }

  /** @throws LecternError `format-not-found`, `audience-not-found`, `design-not-found` */
  remove(id: Id): void {
    const { definition } = this.get(id)
    this.journal.deed(this.kind.labels.remove(definition.name['zh-CN']), (change) => change(this.kind.table, id, []))
    this.env.changed()
  }

  /** Within a deed: takes in one from another library, under a key that is free here. */
  bring(change: Change, brought: OwnDefinition<string, Definition>): void {
    this.#write(change, { ...brought, key: this.#freeKey(brought.key) })
  }

  /** @throws LecternError `format-not-found`, `audience-not-found`, `design-not-found` */
  get(id: Id): OwnDefinition<Id, Definition> {
    const found = this.find(id)
    if (found === null) throw this.kind.notFound()
    return found
  }

  #row(id: string): DefinitionRow | undefined {
    return this.sql.one<DefinitionRow>(`SELECT * FROM ${this.kind.table} WHERE id = :id`, { id })
  }

  #freeKey(name: string): string {
    return freeKey(name, new Set([...this.kind.builtIn, ...this.sql.column<string>(`SELECT key FROM ${this.kind.table}`)]))
  }

  #write(change: Change, { id, key, definition, createdAt, updatedAt }: OwnDefinition<string, Definition>, no: number | null = null): void {
    change(this.kind.table, id, [{ no, id, key, definition: JSON.stringify(definition), created_at: createdAt, updated_at: updatedAt }])
  }

  #definitionOf(row: DefinitionRow): OwnDefinition<Id, Definition> {
    return { id: this.kind.id(row.id), key: row.key, definition: this.kind.definition.parse(JSON.parse(row.definition)), createdAt: row.created_at, updatedAt: row.updated_at }
  }
}

export const formatKind: Kind<FormatId, FormatDefinition> = {
  table: 'formats',
  id: (text) => FormatId.parse(text),
  definition: FormatDefinition,
  builtIn: builtIn.formats.map(({ key }) => key),
  labels: { add: deedLabels.addFormat, edit: deedLabels.editFormat, remove: deedLabels.removeFormat },
  notFound: () => new LecternError('format-not-found', { 'zh-CN': '没有找到这种形式，它可能已经被删除。按撤销可以找回。', en: 'This format is not there; it may have been deleted. Undo brings it back.' }),
}

export const audienceKind: Kind<AudienceId, AudienceDefinition> = {
  table: 'audiences',
  id: (text) => AudienceId.parse(text),
  definition: AudienceDefinition,
  builtIn: builtIn.audiences.map(({ key }) => key),
  labels: { add: deedLabels.addAudience, edit: deedLabels.editAudience, remove: deedLabels.removeAudience },
  notFound: () => new LecternError('audience-not-found', { 'zh-CN': '没有找到这类对象，它可能已经被删除。按撤销可以找回。', en: 'This audience is not there; it may have been deleted. Undo brings it back.' }),
}

export const designKind: Kind<DesignId, DesignDefinition> = {
  table: 'designs',
  id: (text) => DesignId.parse(text),
  definition: DesignDefinition,
  builtIn: designWords,
  labels: { add: deedLabels.addDesign, edit: deedLabels.editDesign, remove: deedLabels.removeDesign },
  notFound: () => new LecternError('design-not-found', { 'zh-CN': '没有找到这个模板，它可能已经被删除。按撤销可以找回。', en: 'This template is not there; it may have been deleted. Undo brings it back.' }),
}
