import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { schoolTokens } from '../../../../shared/brand/school-tokens'
import { fillTokens } from '../../../../shared/markdown/fill-tokens'
import { parseTalk } from '../../../../shared/markdown/parse-talk'
import type { BrandDraft } from '../../../../shared/model/brand'
import { TalkId } from '../../../../shared/model/ids'
import type { School } from '../../../../shared/model/school'
import type { BrandLogo, BrandMarks } from '../../../../shared/slides/brand-marks'
import { layOut } from '../../../../shared/slides/lay-out'
import type { Theme } from '../../../../shared/slides/theme'
import { metricsOf } from '../../../../shared/slides/theme-metrics'
import { withMarks } from '../../../../shared/slides/with-marks'
import { useEngine } from '../../../app/engine'
import { keys } from '../../../app/queries'
import { useLanguage, useText } from '../../../i18n/language'
import { SlideView } from '../../../parts/slide-view/slide-view'
import { usePictures } from '../../talk/use-pictures'
import { brandMessages } from './messages'
import { pickScenes } from './pick-scenes'
import { sampleTalk } from './sample-talk'
import styles from './brand.module.css'

/** Han characters a minute: how long a sample takes shows nowhere on it. */
const PACE = 220

/** The cover and three slides of a talk in the school's brand, as they are exported. */
export function BrandPreview({ school, brand, theme }: { school: School; brand: BrandDraft; theme: Theme }) {
  const text = useText(brandMessages)
  const language = useLanguage()
  const engine = useEngine()
  const [talkId, setTalkId] = useState<string | null>(null)
  const { data: talks } = useQuery({ queryKey: keys.talks, queryFn: ({ signal }) => engine.talks.list(undefined, { signal }) })
  const { data: chosen } = useQuery({ queryKey: ['talks', 'one', talkId], enabled: talkId !== null, queryFn: ({ signal }) => engine.talks.get({ id: TalkId.parse(talkId) }, { signal }) })

  // What is drawn may come a little later than what is typed.
  const shownBrand = useDeferredValue(brand)
  const shownTheme = useDeferredValue(theme)
  const markdown = talkId !== null && chosen ? chosen.markdown : sampleTalk[language]
  const filled = useMemo(() => fillTokens(markdown, schoolTokens(school, shownBrand)), [markdown, school, shownBrand])
  const { picture, pictureUrl } = usePictures([filled, ...[shownBrand.logo, shownBrand.logoOnDark].map((hash) => (hash === null ? '' : `asset:${hash}`))].join('\n'))
  const deck = useMemo(() => {
    const talk = parseTalk(filled).value
    return layOut(talk, { theme: shownTheme, metrics: metricsOf(shownTheme), picture, cited: () => null, pace: PACE, language: talk.front.lang }).value
  }, [filled, shownTheme, picture])
  const marks = useMemo((): BrandMarks => {
    const logoOf = (hash: string | null): BrandLogo | null => {
      const info = hash === null ? null : picture(`asset:${hash}`)
      return info && { asset: info.hash, width: info.width, height: info.height }
    }
    return { logo: logoOf(shownBrand.logo), logoOnDark: logoOf(shownBrand.logoOnDark), series: shownBrand.series, owner: school.name }
  }, [shownBrand, school.name, picture])
  const scenes = useMemo(() => pickScenes(withMarks(deck, marks, shownTheme).scenes), [deck, marks, shownTheme])

  return (
    <section aria-label={text.preview} className={styles.preview}>
      <Select
        aria-label={text.previewOf}
        size="xs"
        w={260}
        allowDeselect={false}
        data={[{ value: '', label: text.sample }, ...(talks ?? []).map(({ id, title }) => ({ value: id, label: title || id }))]}
        value={talkId ?? ''}
        onChange={(value) => setTalkId(value || null)}
      />
      <div className={styles.slides}>
        {scenes.map((scene) => (
          <div key={scene.id} className={styles.slide}>
            <SlideView scene={scene} deck={deck} theme={shownTheme} pictureUrl={pictureUrl} />
          </div>
        ))}
      </div>
    </section>
  )
}
