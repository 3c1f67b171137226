import { ActionIcon, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { memo, type CSSProperties } from 'react'
import type { Deck, Scene } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { playedOn } from '../../parts/slide-media/played-on'
import { SlideMedia } from '../../parts/slide-media/slide-media'
import { usePlaying } from '../../parts/slide-media/use-playing'
import { SlideView } from '../../parts/slide-view/slide-view'
import { useText } from '../../i18n/language'
import { messages } from './messages'

type SlidePaneProps = { deck: Deck; theme: Theme; pictureUrl: (hash: string) => string | null; at: number; onGo: (at: number) => void }

/** The slide as it will be projected, on a grey table; leafing through the whole deck. */
export const SlidePane = memo(function SlidePane({ deck, theme, pictureUrl, at, onGo }: SlidePaneProps) {
  const text = useText(messages)
  const scene: Scene | undefined = deck.scenes[at]
  const last = deck.scenes.length - 1
  const played = playedOn(scene)
  const [playing, setPlaying] = usePlaying(`${scene?.id} ${played?.media.hash}`)
  return (
    <section className="slide-pane" aria-label={text.slide}>
      <div className="slide-table">
        {scene ? (
          <div className="slide-sheet" style={{ '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
            <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
            {played && <SlideMedia key={`${scene.id} ${played.media.hash}`} picture={played} size={deck.size} playing={playing} onPlaying={setPlaying} />}
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {text.noSlide}
          </Text>
        )}
      </div>
      {scene && (
        <div className="slide-steps">
          <ActionIcon variant="subtle" color="gray" aria-label={text.previousSlide} disabled={at <= 0} onClick={() => onGo(at - 1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Text size="xs" c="dimmed" aria-live="polite">
            {text.slideOf(at + 1, last + 1)}
          </Text>
          <ActionIcon variant="subtle" color="gray" aria-label={text.nextSlide} disabled={at >= last} onClick={() => onGo(at + 1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </div>
      )}
    </section>
  )
})
