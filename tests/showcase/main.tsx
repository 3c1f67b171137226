import { createRoot } from 'react-dom/client'
import { SlideView } from '../../src/renderer/parts/slide-view/slide-view'
import { lookOf } from '../../src/shared/model/look'
import { layOut } from '../../src/shared/slides/lay-out'
import { metricsOf } from '../../src/shared/slides/theme-metrics'
import { themeOf } from '../../src/shared/slides/themes/built-in'
import { showcasePhotoUrl } from '../builders/showcase-photo'
import { Covers } from './covers'
import { showcaseCharts } from '../builders/showcase-charts'
import { showcase, showcaseEnglish, showcaseOwnPages, showcasePicture } from '../builders/showcase-talk'

/** A page of all slides of the showcase, for eyes: `?lang=en`, `?talk=own-pages`, `?talk=charts`, `?talk=covers&primary=1C5FB8`, `?size=4:3`, `?design=formal`, `?mode=dark`, `?columns=4`, `?from=0&to=12`. See scripts/slide-sheet.mjs. */
const query = new URLSearchParams(location.search)
const theme = themeOf({ design: lookOf('design', query.get('design') ?? '') ?? 'clear', mode: lookOf('mode', query.get('mode') ?? '') ?? 'light' })
const english = query.get('lang') === 'en'
const talk = { 'own-pages': showcaseOwnPages, charts: showcaseCharts[english ? 'en' : 'zh-CN'] }[query.get('talk') ?? ''] ?? (english ? showcaseEnglish : showcase)
const deck = layOut(talk, { theme, metrics: metricsOf(theme), picture: showcasePicture, size: query.get('size') === '4:3' ? '4:3' : '16:9', language: english ? 'en' : 'zh-CN' })
const scenes = deck.value.scenes.slice(Number(query.get('from') ?? 0), Number(query.get('to') ?? Infinity))

const root = document.getElementById('root')
if (root) {
  root.style.cssText = `display: grid; grid-template-columns: repeat(${query.get('columns') ?? '4'}, 1fr); gap: 12px; background: #999; padding: 12px`
  if (query.get('talk') === 'covers') createRoot(root).render(query.get('from') === '0' ? <Covers size={query.get('size') === '4:3' ? '4:3' : '16:9'} primary={query.get('primary')} /> : null)
  else createRoot(root).render(scenes.map((scene) => <SlideView key={scene.id} scene={scene} deck={deck.value} theme={theme} pictureUrl={showcasePhotoUrl} />))
}
