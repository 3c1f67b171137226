import { Button, Group, Modal, NativeSelect, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { LayoutChoices, OwnDesign } from '../../../../shared/model/own-design'
import { layoutTitles } from '../../../../shared/slides/layout-titles'
import { type LayoutName, layoutNames } from '../../../../shared/slides/scene'
import { layoutSample } from '../../../../shared/slides/template/layout-sample'
import { automaticLayouts, layoutMap, titlePlaceholder } from '../../../../shared/slides/template/map-layouts'
import { templateTheme } from '../../../../shared/slides/template/template-theme'
import type { Theme } from '../../../../shared/slides/theme'
import { useLanguage, useLocalized, useText } from '../../../i18n/language'
import { SlideView } from '../../../parts/slide-view/slide-view'
import { usePictures } from '../use-pictures'
import styles from './look.module.css'
import { messages } from './template-messages'

type DialogProps = { readonly design: OwnDesign; readonly opened: boolean; readonly onChange: (choices: LayoutChoices) => void; readonly onClose: () => void }

/** Which layout of a template serves each kind of page, each with a small picture of it. */
export function LayoutMapDialog({ design, opened, onChange, onClose }: DialogProps) {
  const text = useText(messages)
  const localized = useLocalized()
  const theme = useMemo(() => templateTheme(design), [design])
  const { pictureUrl } = usePictures('', theme.template)
  const { choices } = design.definition
  const choose = (layout: LayoutName, value: string) => {
    const { [layout]: _before, ...others } = choices
    onChange(value === '' ? others : { ...others, [layout]: Number(value) })
  }
  return (
    <Modal opened={opened} onClose={onClose} title={text.mapTitle(localized(design.definition.name))} size="min(960px, 94vw)">
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Text size="sm" c="dimmed">
          {text.mapHint}
        </Text>
        <Button variant="default" size="xs" disabled={Object.keys(choices).length === 0} onClick={() => onChange({})}>
          {text.reset}
        </Button>
      </Group>
      <ul className={styles.kinds}>
        {layoutNames.map((layout) => (
          <li key={layout}>
            <Kind layout={layout} design={design} theme={theme} pictureUrl={pictureUrl} onChange={(value) => choose(layout, value)} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}

type KindProps = { readonly layout: LayoutName; readonly design: OwnDesign; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null; readonly onChange: (value: string) => void }

function Kind({ layout, design: { definition }, theme, pictureUrl, onChange }: KindProps) {
  const text = useText(messages)
  const localized = useLocalized()
  const language = useLanguage()
  const { template, choices } = definition
  const title = localized(layoutTitles[layout])
  const { scene, size } = useMemo(() => layoutSample(layout, title, theme), [layout, title, theme])
  const nameOf = (at: number): string => template.layouts[at]?.name || text.nameless(at + 1)
  const shown = template.layouts[layoutMap(template, choices)[layout]]
  return (
    <>
      <span className={styles.page} aria-hidden>
        <SlideView scene={scene} deck={{ size, language }} theme={theme} pictureUrl={pictureUrl} />
      </span>
      <NativeSelect
        label={title}
        size="xs"
        value={String(choices[layout] ?? '')}
        data={[{ value: '', label: text.automatic(nameOf(automaticLayouts(template)[layout])) }, ...template.layouts.map((_, at) => ({ value: String(at), label: nameOf(at) }))]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {shown && titlePlaceholder(shown) === undefined && (
        <Text size="xs" c="dimmed">
          {text.noTitle}
        </Text>
      )}
    </>
  )
}
