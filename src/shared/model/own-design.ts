import { z } from 'zod'
import { layoutNames, type LayoutName } from '../slides/scene'
import { AssetHash, Timestamp } from './ids'
import { type Paint, Template } from './template'

export const DesignId = z.uuid().brand<'DesignId'>()
export type DesignId = z.infer<typeof DesignId>

/** Which layout of the template shows which kind of page, by its place in the template's list; what is left out is chosen by itself. */
export const LayoutChoices = z.partialRecord(z.enum(layoutNames), z.int().min(0).max(500))
export type LayoutChoices = Readonly<Partial<Record<LayoutName, number>>>

/** A design of the user's own: a template that was brought in. */
export const DesignDefinition = z.object({
  name: z.object({ 'zh-CN': z.string().min(1).max(100), en: z.string().min(1).max(100) }),
  template: Template,
  /** The template's parts as one file. */
  parts: AssetHash,
  choices: LayoutChoices,
})
export type DesignDefinition = Readonly<z.infer<typeof DesignDefinition>>

/** `key` is what talks name it by: `design: key`. */
export const OwnDesign = z.object({ id: DesignId, key: z.string().min(1).max(60), definition: DesignDefinition, createdAt: Timestamp, updatedAt: Timestamp })
export type OwnDesign = Readonly<z.infer<typeof OwnDesign>>

/** The files that a design needs: its parts, and the pictures that a preview draws. */
export const assetsOfDesign = (definition: Pick<DesignDefinition, 'template' | 'parts'> | undefined): AssetHash[] =>
  definition === undefined ? [] : [...new Set([definition.parts, ...picturesOfTemplate(definition.template)])]

const painted = (paint: Paint | null): AssetHash[] => (paint?.kind === 'picture' ? [paint.asset] : [])

/** The pictures that a preview of the template draws. */
export const picturesOfTemplate = ({ layouts }: Template): AssetHash[] => {
  return [...new Set(layouts.flatMap(({ background, items }) => [...painted(background), ...items.flatMap((item) => (item.kind === 'picture' ? [item.asset] : item.kind === 'shape' ? painted(item.fill) : []))]))]
}
