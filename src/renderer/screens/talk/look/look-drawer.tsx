import { Radio, SegmentedControl, Text } from '@mantine/core'
import { memo, useCallback, useDeferredValue, useId, useMemo, useState } from 'react'
import type { Talk } from '../../../../shared/model/block'
import { colourModes, designNames, type Look, reveals, slideRatios, transitions } from '../../../../shared/model/look'
import type { OwnDesign } from '../../../../shared/model/own-design'
import type { PictureLookup } from '../../../../shared/slides/context'
import { deckLayouter } from '../../../../shared/slides/lay-out'
import type { Deck, Scene } from '../../../../shared/slides/scene'
import { templateTheme } from '../../../../shared/slides/template/template-theme'
import type { Theme } from '../../../../shared/slides/theme'
import { metricsOf } from '../../../../shared/slides/theme-metrics'
import { themeOf } from '../../../../shared/slides/themes/built-in'
import { useLocalized, useText } from '../../../i18n/language'
import { useDesigns } from '../../../parts/designs/use-designs'
import { SlideView } from '../../../parts/slide-view/slide-view'
import { usePictures } from '../use-pictures'
import styles from './look.module.css'
import { messages } from './messages'
import { sampleTalk } from './sample-talk'
import { messages as templateMessages } from './template-messages'
import { TemplateTools } from './template-tools'

type LookDrawerProps = { readonly talk: Talk; readonly picture: PictureLookup; readonly pictureUrl: (hash: string) => string | null; readonly onChange: (key: keyof Look, value: string) => void }

/** Design, mode, ratio and transition of a talk's slides and where answers stand, the designs shown on pages of the talk itself. */
export const LookDrawer = memo(function LookDrawer({ talk, picture, pictureUrl, onChange }: LookDrawerProps) {
  const text = useText(messages)
  const ofTemplates = useText(templateMessages)
  const localized = useLocalized()
  const { designs, find } = useDesigns()
  const { design, mode, ratio, transition, reveal, template } = talk.front
  const own = template === '' ? null : find(template)
  const modeLabel = useId()
  const ratioLabel = useId()
  const transitionLabel = useId()
  const revealLabel = useId()
  const shown = useDeferredValue(talk)
  const sample = useMemo(() => sampleTalk(shown), [shown])
  return (
    <div className={styles.drawer}>
      <Radio.Group label={text.design} value={own?.key ?? design} onChange={(value) => onChange('design', value)}>
        <div className={styles.designs}>
          {designNames.map((name) => (
            <Radio.Card key={name} value={name} radius="md" className={styles.design} aria-label={`${text.designs[name]} ${text.about[name]}`}>
              <span className={styles.name}>
                <Radio.Indicator aria-hidden />
                <span>
                  <Text component="span" size="sm" fw={600}>
                    {text.designs[name]}
                  </Text>
                  <Text component="span" size="xs" c="dimmed" className={styles.about}>
                    {text.about[name]}
                  </Text>
                </span>
              </span>
              <DesignPages theme={themeOf({ design: name, mode: sample.front.mode })} sample={sample} picture={picture} pictureUrl={pictureUrl} />
            </Radio.Card>
          ))}
          {designs.map((one) => (
            <Radio.Card key={one.key} value={one.key} radius="md" className={styles.design} aria-label={`${localized(one.definition.name)} ${ofTemplates.about}`}>
              <span className={styles.name}>
                <Radio.Indicator aria-hidden />
                <span>
                  <Text component="span" size="sm" fw={600}>
                    {localized(one.definition.name)}
                  </Text>
                  <Text component="span" size="xs" c="dimmed" className={styles.about}>
                    {ofTemplates.about}
                  </Text>
                </span>
              </span>
              <TemplatePages design={one} sample={sample} picture={picture} pictureUrl={pictureUrl} />
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <TemplateTools design={own} onChoose={(key) => onChange('design', key)} />
      <div>
        <Text id={modeLabel} size="sm" fw={500}>
          {text.mode}
        </Text>
        <SegmentedControl fullWidth disabled={own !== null} aria-labelledby={modeLabel} value={mode} data={colourModes.map((value) => ({ value, label: text.modes[value] }))} onChange={(value) => onChange('mode', value)} />
        {own && (
          <Text size="xs" c="dimmed">
            {ofTemplates.fixed}
          </Text>
        )}
      </div>
      <div>
        <Text id={ratioLabel} size="sm" fw={500}>
          {text.ratio}
        </Text>
        <SegmentedControl fullWidth disabled={own !== null} aria-labelledby={ratioLabel} value={ratio} data={[...slideRatios]} onChange={(value) => onChange('ratio', value)} />
      </div>
      <div>
        <Text id={transitionLabel} size="sm" fw={500}>
          {text.transition}
        </Text>
        <SegmentedControl fullWidth aria-labelledby={transitionLabel} value={transition} data={transitions.map((value) => ({ value, label: text.transitions[value] }))} onChange={(value) => onChange('transition', value)} />
      </div>
      <div>
        <Text id={revealLabel} size="sm" fw={500}>
          {text.reveal}
        </Text>
        <SegmentedControl fullWidth aria-labelledby={revealLabel} value={reveal} data={reveals.map((value) => ({ value, label: text.reveals[value] }))} onChange={(value) => onChange('reveal', value)} />
      </div>
      <Text size="xs" c="dimmed">
        {text.hint}
      </Text>
    </div>
  )
})

/** {@link DesignPages} in a template, with the template's own pictures. */
function TemplatePages({ design, pictureUrl, ...pages }: { readonly design: OwnDesign; readonly sample: Talk } & Pick<LookDrawerProps, 'picture' | 'pictureUrl'>) {
  const theme = useMemo(() => templateTheme(design), [design])
  const { pictureUrl: ofTemplate } = usePictures('', theme.template)
  const url = useCallback((hash: string) => ofTemplate(hash) ?? pictureUrl(hash), [ofTemplate, pictureUrl])
  return <DesignPages theme={theme} pictureUrl={url} {...pages} />
}

/** Four pages of the sample in one design; read aloud they would only repeat what the desk shows. */
const DesignPages = memo(function DesignPages({ theme, sample, picture, pictureUrl }: { readonly theme: Theme; readonly sample: Talk } & Pick<LookDrawerProps, 'picture' | 'pictureUrl'>) {
  const [layOut] = useState(deckLayouter)
  const deck = useMemo(() => layOut(sample, { theme, metrics: metricsOf(theme), picture, language: sample.front.lang }).value, [layOut, sample, theme, picture])
  return (
    <span className={styles.pages} aria-hidden>
      {pagesOf(deck).map((scene) => (
        <span key={scene.id} className={styles.page}>
          <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
        </span>
      ))}
    </span>
  )
})

const MOST_PAGES = 4

/** Cover, section and the first page of each block; where a talk has little yet, its closing page fills up. */
function pagesOf({ scenes }: Deck): readonly Scene[] {
  const firsts = scenes.filter(({ block }, index) => block === null || scenes.findIndex((scene) => scene.block === block) === index)
  return firsts.filter(({ layout }) => layout !== 'references').slice(0, MOST_PAGES)
}
