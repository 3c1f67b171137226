import { createRoot } from 'react-dom/client'
import { SlideView } from '../../src/renderer/parts/slide-view/slide-view'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import { layOut } from '../../src/shared/slides/lay-out'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { showcase, showcaseEnglish, showcasePicture } from '../builders/showcase-talk'

/** A page of all slides of the showcase, for eyes: `?lang=en`, `?size=4:3`, `?columns=4`, `?from=0&to=12`. See scripts/slide-sheet.mjs. */
const query = new URLSearchParams(location.search)
const english = query.get('lang') === 'en'
const deck = layOut(english ? showcaseEnglish : showcase, { theme: clearTheme, metrics: notoSansSc, picture: showcasePicture, size: query.get('size') === '4:3' ? '4:3' : '16:9', language: english ? 'en' : 'zh-CN' })
const scenes = deck.value.scenes.slice(Number(query.get('from') ?? 0), Number(query.get('to') ?? Infinity))

/** A drawn stand-in for a photo: sky, hill, sun; stretching would show in the sun. */
const photo = (hash: string): string => {
  const name = hash.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))).replaceAll('.', '')
  const info = showcasePicture(name)
  const { width, height } = info ?? { width: 100, height: 100 }
  const sun = Math.min(width, height) / 8
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#b9d3e8"/><circle cx="${width * 0.7}" cy="${height * 0.3}" r="${sun}" fill="#f6d58a"/><path d="M0 ${height * 0.75} Q ${width * 0.3} ${height * 0.45} ${width * 0.55} ${height * 0.7} T ${width} ${height * 0.6} V ${height} H 0 Z" fill="#7fa381"/><rect x="2" y="2" width="${width - 4}" height="${height - 4}" fill="none" stroke="#456" stroke-width="4"/></svg>`)}`
}

const root = document.getElementById('root')
if (root) {
  root.style.cssText = `display: grid; grid-template-columns: repeat(${query.get('columns') ?? '4'}, 1fr); gap: 12px; background: #999; padding: 12px`
  createRoot(root).render(scenes.map((scene) => <SlideView key={scene.id} scene={scene} deck={deck.value} theme={clearTheme} pictureUrl={photo} />))
}
