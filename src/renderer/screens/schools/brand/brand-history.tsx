import { Badge, Button, ColorSwatch, Group, Text, Title } from '@mantine/core'
import type { Brand, BrandId } from '../../../../shared/model/brand'
import { useFormats, useText } from '../../../i18n/language'
import styles from './brand.module.css'
import { brandMessages } from './messages'

/** The brands that a school has used, newest first; any of them can be used again. */
export function BrandHistory({ history, onRestore }: { history: readonly Brand[]; onRestore: (brand: BrandId) => void }) {
  const text = useText(brandMessages)
  const { dateTime } = useFormats()
  if (history.length < 2) return null
  return (
    <section className={styles.group}>
      <Title order={3}>{text.history}</Title>
      <ul className={styles.history}>
        {history.map((brand) => (
          <li key={brand.id}>
            <Group gap={4} wrap="nowrap" aria-hidden>
              {[brand.primary, brand.accent].map((colour, at) => colour !== null && <ColorSwatch key={at === 0 ? 'primary' : 'accent'} component="span" color={`#${colour}`} size={16} />)}
            </Group>
            <Text size="sm" truncate>
              {[brand.series, brand.slogan, brand.motto].find((said) => said !== '') ?? (brand.primary === null ? text.nothingSaid : `#${brand.primary}`)}
            </Text>
            <Text size="xs" c="dimmed">
              {brand.retiredAt === null ? dateTime(brand.createdAt) : text.since(dateTime(brand.createdAt), dateTime(brand.retiredAt))}
            </Text>
            {brand.retiredAt === null ? (
              <Badge variant="light">{text.inUse}</Badge>
            ) : (
              <Button size="xs" variant="default" aria-label={text.restoreOf(dateTime(brand.createdAt))} onClick={() => onRestore(brand.id)}>
                {text.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
