/** How many letters and digits a code has by which a device is passed on. Safe in the browser. */
export const transferCodeLength = 12;

/** How many pictures prove that a device is somebody's, at most. */
export const mostPictures = 3;
