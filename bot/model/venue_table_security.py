"""Which conferences on security and cryptography do we know?

The format is that of `bot.model.venue_table`.
"""

SECURITY = """
S&P = IEEE S&P; Oakland; Symposium on Security and Privacy
USENIX Security = Security Symposium; USENIX Security Symposium; USENIX Sec
CCS = Conference on Computer and Communications Security; ACM CCS
NDSS = Network and Distributed System Security Symposium;
  Network and Distributed Systems Security Symposium
EuroS&P = European S&P; European Symposium on Security and Privacy
ACSAC = Annual Computer Security Applications Conference
ASIACCS = Asia Conference on Computer and Communications Security; AsiaCCS
RAID = International Symposium on Research in Attacks, Intrusions and Defenses
PETS = PoPETs; Privacy Enhancing Technologies; Proceedings on Privacy Enhancing Technologies
SaTML = Conference on Secure and Trustworthy Machine Learning
CRYPTO = Annual International Cryptology Conference
EUROCRYPT
ESORICS = European Symposium on Research in Computer Security
DIMVA = Detection of Intrusions and Malware, and Vulnerability Assessment
ACNS = International Conference on Applied Cryptography and Network Security
WOOT = USENIX WOOT; Workshop on Offensive Technologies; Conference on Offensive Technologies
CSET = Cyber Security Experimentation and Test
WiSec = Conference on Security and Privacy in Wireless and Mobile Networks
CNS = Conference on Communications and Network Security
MILCOM = Military Communications Conference
FC = Financial Cryptography; Financial Cryptography and Data Security
ASIACRYPT
CHES = Cryptographic Hardware and Embedded Systems
Black Hat = BlackHat
"""
