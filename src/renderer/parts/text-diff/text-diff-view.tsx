import { VisuallyHidden } from '@mantine/core'
import type { TextDiff } from '../../../shared/model/text-diff'
import { useText } from '../../i18n/language'
import { defineMessages } from '../../i18n/messages'
import styles from './text-diff.module.css'

const messages = defineMessages({ removed: '删去：', added: '加上：', ends: '。' }, { removed: 'removed: ', added: 'added: ', ends: '. ' })

/** Two texts as one, with what was removed struck through and what was added underlined; said in words where it is not seen. */
export function TextDiffView({ pieces }: { pieces: TextDiff }) {
  const text = useText(messages)
  return (
    <div className={styles.diff}>
      {pieces.map((piece, place) => {
        // Pieces have no identity of their own: their place in the text is it.
        if (piece.kind === 'same') return <span key={place}>{piece.text}</span>
        const Mark = piece.kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={place}>
            <VisuallyHidden>{text[piece.kind]}</VisuallyHidden>
            {piece.text}
            <VisuallyHidden>{text.ends}</VisuallyHidden>
          </Mark>
        )
      })}
    </div>
  )
}
