import type { MaterialId } from '../../../shared/model/ids'
import type { TemplateKind } from './block-templates'
import type { Selection } from './selection'

/** What can be done to a talk from its outline. Every deed is one step of undo. */
export type OutlineActions = {
  select(selection: Selection): void
  rename(selection: Selection, title: string): void
  /** @param after the row behind which the block stands; a section puts it first */
  add(kind: TemplateKind, after: Selection): void
  addSection(after: Selection): void
  move(selection: Selection, step: 1 | -1): void
  /** @param to the place the block takes, counted before it is taken out */
  moveTo(from: Selection, to: Selection): void
  duplicate(selection: Selection): void
  remove(selection: Selection): void
  bringIn(material: MaterialId, title: string, after: Selection): void
}
