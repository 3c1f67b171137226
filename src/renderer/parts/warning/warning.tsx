import { Alert, type AlertProps } from '@mantine/core'
import styles from './warning.module.css'

/** What should be looked at and stands in nobody's way; its title can be read on its tint. */
export function Warning(props: Omit<AlertProps, 'color' | 'variant' | 'classNames'>) {
  return <Alert variant="light" color="orange" classNames={{ label: styles.label }} {...props} />
}
