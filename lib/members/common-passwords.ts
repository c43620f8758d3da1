/** Passwords of ten letters and more that guessers try first. */
export const commonPasswords: ReadonlySet<string> = new Set([
  '0123456789', '1111111111', '1122334455', '1234512345', '1234554321', '1234567890', '12345678900', '123456789a',
  '1234567891', '12345678910', '123456789q', '1q2w3e4r5t', '1q2w3e4r5t6y', '1qaz2wsx3edc', '9876543210', 'a123456789',
  'abc1234567', 'abcdefghij', 'abcd123456', 'aaaaaaaaaa', 'adminadmin', 'administrator', 'asdfasdfasdf', 'asdfghjkl1', 'asdfghjkl;',
  'baseball123', 'chocolate1', 'computer123', 'football123', 'foxtail123', 'foxtailaudio', 'iloveyou123', 'iloveyou12',
  'letmein123', 'letmeinnow', 'liverpool1', 'millet1234', 'milletmillet', 'password01', 'password10', 'password11', 'password12',
  'password123', 'password1234', 'passw0rd123', 'p@ssw0rd123', 'passwordpassword', 'princess123', 'qazwsxedcrfv', 'q1w2e3r4t5',
  'q1w2e3r4t5y6', 'qwerty1234', 'qwerty12345', 'qwerty123456', 'qwertyuiop', 'qwertyuiop123', 'qwerasdfzxcv', 'secret1234', 'sunshine123',
  'superman123', 'trustno1234', 'welcome123', 'welcome1234', 'woaini1314', 'woaini520520', 'zxcvbnm123', 'zxcvbnmasdf', 'zaq12wsxcde',
]);
