import { Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Deck } from '../../../../shared/slides/scene'
import type { Theme } from '../../../../shared/slides/theme'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { SlideView } from '../../../parts/slide-view/slide-view'
import { messages } from './messages'

type ExportPagesProps = {
  readonly deck: Deck
  readonly theme: Theme
  readonly pictureUrl: (hash: string) => string | null
  /** To the block that a slide shows. */
  readonly onGo: (block: string) => void
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Every slide as it will be exported, small. One stop of the Tab key: arrows move within, a press leads to the block. */
export function ExportPages({ deck, theme, pictureUrl, onGo }: ExportPagesProps) {
  const text = useText(messages)
  const [chosen, setChosen] = useState(0)
  const last = deck.scenes.length - 1
  const current = Math.min(chosen, last)
  if (last < 0) return <Text c="dimmed">{text.noPages}</Text>

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = steps[event.key]
    if (isComposing(event.nativeEvent) || step === undefined) return
    event.preventDefault()
    const to = step(current, last)
    setChosen(to)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }
  return (
    <ol className="export-pages" aria-label={`${text.pages(last + 1)}。${text.pagesHelp}`} onKeyDown={onKeyDown}>
      {deck.scenes.map((scene, index) => (
        <li key={scene.id}>
          <button type="button" tabIndex={index === current ? 0 : -1} aria-label={text.page(index + 1, scene.title)} aria-disabled={scene.block === null} onFocus={() => setChosen(index)} onClick={() => scene.block !== null && onGo(scene.block)}>
            <span className="export-page" aria-hidden style={{ aspectRatio: `${deck.size.width} / ${deck.size.height}` }}>
              <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
            </span>
            <Text span size="xs" c="dimmed" className="export-number">
              {index + 1}
            </Text>
          </button>
        </li>
      ))}
    </ol>
  )
}
