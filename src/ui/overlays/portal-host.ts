import { createContext } from 'react'

/** Where lists opened by a field are put: inside the open dialog, which lies above everything else, or in the page. */
export const PortalHost = createContext<HTMLElement | null>(null)
