turn-sorry = 出了点问题，什么都没有改动。请再试一次；如果还不行，请告诉管理员。
turn-not-allowed = 这一项不在您的权限内。发送 /help 看看您可以做什么。
turn-stranger = 您还没有登记。请向本单位管理员要一个邀请链接，点开即可登记。
turn-no-access = 您的使用权限已经停止。如有疑问，请联系本单位管理员。
turn-notice-first = 请先阅读并接受保密须知：发送 /start 。
turn-button-over = 这个按钮已经过期，请看最新的消息，或发送 /help 。
