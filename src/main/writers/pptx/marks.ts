/** A brand's marks on the master and on the layouts that have their own (`shared/slides/brand-marks.ts`): there every slide takes them from. */
import type { Language } from '../../../shared/language'
import type { AssetHash } from '../../../shared/model/ids'
import type { LayoutName, SceneItem } from '../../../shared/slides/scene'
import type { Relationships } from '../opc-package'
import type { Xml } from '../xml'
import { pictureXml } from './picture'
import { decorationXml } from './shape'
import { textBoxXml } from './text-box'

export type Marks = {
  /** What stands on the pages of a layout; the master has those of ordinary pages. */
  readonly on: (layout: LayoutName) => readonly SceneItem[]
  /** Part that holds a picture's bytes. */
  readonly mediaPart: (asset: AssetHash) => string
  readonly language: Language
}

/** @param firstId id of the first shape; the others follow */
export const marksXml = (layout: LayoutName, { on, mediaPart, language }: Marks, firstId: number, relationships: Relationships): Xml[] =>
  on(layout).map((item, index) => {
    const id = firstId + index
    switch (item.kind) {
      case 'picture':
        return pictureXml(item, id, { image: relationships.to('image', mediaPart(item.asset)) }, item.alt, true)
      case 'shape':
        return decorationXml(item, id, true)
      case 'text':
        return textBoxXml(item, id, language, relationships, true)
      case 'table':
      case 'chart':
        throw new Error(`A ${item.kind} is no mark of a brand`)
    }
  })
