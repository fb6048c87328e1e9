"""Which conferences do we know, and by which other names do people write them?

One venue a line: the name that we show, then after `=` the other spellings, between semicolons.
Full names are written without "Proceedings of the", ordinals, years and sponsors: the reader
(`bot.model.venue`) drops those from what it is given, so one spelling covers them all.
"""

from bot.model.venue_table_security import SECURITY

CONFERENCES = (
    """
NeurIPS = NIPS; NeurlPS; NuerIPS; NeuIPS; Neural Information Processing Systems;
  Conference on Neural Information Processing Systems;
  Neural Information Processing Systems Conference
ICML = International Conference on Machine Learning
ICLR = International Conference on Learning Representations
COLM = Conference on Language Modeling
MLSys = SysML; Machine Learning and Systems; Conference on Machine Learning and Systems;
  Conference on Systems and Machine Learning
AISTATS = Artificial Intelligence and Statistics;
  International Conference on Artificial Intelligence and Statistics
UAI = Uncertainty in Artificial Intelligence;
  Conference on Uncertainty in Artificial Intelligence
COLT = Conference on Learning Theory; Computational Learning Theory
ALT = Algorithmic Learning Theory
CoLLAs = Conference on Lifelong Learning Agents
AutoML = International Conference on Automated Machine Learning
LoG = Learning on Graphs; Learning on Graphs Conference
CoRL = Conference on Robot Learning
L4DC = Learning for Dynamics and Control
CLeaR = Conference on Causal Learning and Reasoning
ACML = Asian Conference on Machine Learning
ECML-PKDD = ECML PKDD; ECML; ECML/PKDD;
  European Conference on Machine Learning and Knowledge Discovery in Databases
IJCNN = International Joint Conference on Neural Networks
ICANN = International Conference on Artificial Neural Networks
AAAI = AAAI Conference on Artificial Intelligence; National Conference on Artificial Intelligence
IJCAI = IJCAI-ECAI; International Joint Conference on Artificial Intelligence;
  International Joint Conferences on Artificial Intelligence
ECAI = European Conference on Artificial Intelligence
AAMAS = Autonomous Agents and Multiagent Systems;
  International Conference on Autonomous Agents and Multiagent Systems;
  Autonomous Agents and MultiAgent Systems
ICAPS = International Conference on Automated Planning and Scheduling
KR = Principles of Knowledge Representation and Reasoning
AIES = AI, Ethics, and Society
FAccT = Fairness, Accountability, and Transparency; ACM FAT*
ACL = Annual Meeting of the Association for Computational Linguistics;
  Association for Computational Linguistics;
  Meeting of the Association for Computational Linguistics; ACL-IJCNLP; ACL/IJCNLP
EMNLP = EMNLP-IJCNLP; Empirical Methods in Natural Language Processing;
  Conference on Empirical Methods in Natural Language Processing
NAACL = NAACL-HLT; HLT-NAACL;
  North American Chapter of the Association for Computational Linguistics;
  Conference of the North American Chapter of the Association for Computational Linguistics;
  Nations of the Americas Chapter of the Association for Computational Linguistics
EACL = European Chapter of the Association for Computational Linguistics;
  Conference of the European Chapter of the Association for Computational Linguistics
AACL = AACL-IJCNLP; IJCNLP-AACL; AACL/IJCNLP;
  Asia-Pacific Chapter of the Association for Computational Linguistics;
  Conference of the Asia-Pacific Chapter of the Association for Computational Linguistics
IJCNLP = International Joint Conference on Natural Language Processing
COLING = LREC-COLING; International Conference on Computational Linguistics;
  Joint International Conference on Computational Linguistics, Language Resources and Evaluation
LREC = Language Resources and Evaluation Conference;
  International Conference on Language Resources and Evaluation;
  Language Resources and Evaluation
CoNLL = Conference on Computational Natural Language Learning;
  Computational Natural Language Learning
SemEval = International Workshop on Semantic Evaluation
WMT = Conference on Machine Translation; Workshop on Statistical Machine Translation
*SEM = Joint Conference on Lexical and Computational Semantics
SIGDIAL = SIGdial Meeting on Discourse and Dialogue;
  Special Interest Group on Discourse and Dialogue
INLG = International Natural Language Generation Conference;
  International Conference on Natural Language Generation
NLPCC = Natural Language Processing and Chinese Computing
CVPR = Conference on Computer Vision and Pattern Recognition;
  Computer Vision and Pattern Recognition;
  Computer Society Conference on Computer Vision and Pattern Recognition
ICCV = International Conference on Computer Vision
ECCV = European Conference on Computer Vision
WACV = Winter Conference on Applications of Computer Vision;
  Workshop on Applications of Computer Vision
ACCV = Asian Conference on Computer Vision
BMVC = British Machine Vision Conference
3DV = International Conference on 3D Vision
ICIP = International Conference on Image Processing
ICPR = International Conference on Pattern Recognition
MICCAI = Medical Image Computing and Computer Assisted Intervention;
  Medical Image Computing and Computer-Assisted Intervention;
  International Conference on Medical Image Computing and Computer-Assisted Intervention
IPMI = Information Processing in Medical Imaging
ISBI = International Symposium on Biomedical Imaging
MIDL = Medical Imaging with Deep Learning
SIGGRAPH = Special Interest Group on Computer Graphics and Interactive Techniques Conference
SIGGRAPH Asia
ACM MM = ACMMM; ACM Multimedia; MM; International Conference on Multimedia;
  ACM International Conference on Multimedia
ICME = International Conference on Multimedia and Expo
ICMR = International Conference on Multimedia Retrieval
MMM = International Conference on Multimedia Modeling
MMSys = Multimedia Systems Conference
ICASSP = International Conference on Acoustics, Speech and Signal Processing;
  International Conference on Acoustics, Speech, and Signal Processing
INTERSPEECH = Annual Conference of the International Speech Communication Association
ASRU = Automatic Speech Recognition and Understanding Workshop
SLT = Spoken Language Technology Workshop
ISMIR = International Society for Music Information Retrieval Conference
OSDI = Symposium on Operating Systems Design and Implementation;
  Operating Systems Design and Implementation;
  Conference on Operating Systems Design and Implementation
SOSP = Symposium on Operating Systems Principles; Operating Systems Principles
NSDI = Symposium on Networked Systems Design and Implementation;
  Networked Systems Design and Implementation;
  Conference on Networked Systems Design and Implementation
USENIX = Usenix
USENIX ATC = ATC; Annual Technical Conference; USENIX Annual Technical Conference
FAST = Conference on File and Storage Technologies; File and Storage Technologies; USENIX FAST
EuroSys = European Conference on Computer Systems
ASPLOS = Architectural Support for Programming Languages and Operating Systems;
  International Conference on Architectural Support for Programming Languages and Operating Systems
SoCC = Symposium on Cloud Computing; ACM SoCC
HotOS = Workshop on Hot Topics in Operating Systems; Hot Topics in Operating Systems
HotNets = Workshop on Hot Topics in Networks; Hot Topics in Networks
HotCloud = Workshop on Hot Topics in Cloud Computing
HotStorage = Workshop on Hot Topics in Storage and File Systems
APSys = Asia-Pacific Workshop on Systems
EuroMLSys = Workshop on Machine Learning and Systems
Middleware = International Middleware Conference
SYSTOR = International Systems and Storage Conference
ISCA = International Symposium on Computer Architecture;
  Annual International Symposium on Computer Architecture
MICRO = International Symposium on Microarchitecture
HPCA = International Symposium on High-Performance Computer Architecture;
  International Symposium on High Performance Computer Architecture
DAC = Design Automation Conference
ICCAD = International Conference on Computer Aided Design;
  International Conference on Computer-Aided Design
DATE = Design, Automation & Test in Europe Conference & Exhibition;
  Design, Automation and Test in Europe; Design, Automation and Test in Europe Conference
ASP-DAC = ASPDAC; Asia and South Pacific Design Automation Conference
ISLPED = International Symposium on Low Power Electronics and Design
ISSCC = International Solid-State Circuits Conference
VLSI = Symposium on VLSI Technology and Circuits; Symposium on VLSI Circuits
Hot Chips = HotChips; Hot Chips Symposium; HCS
ISPASS = International Symposium on Performance Analysis of Systems and Software
IISWC = International Symposium on Workload Characterization
FPGA = International Symposium on Field-Programmable Gate Arrays;
  International Symposium on Field Programmable Gate Arrays
FCCM = International Symposium on Field-Programmable Custom Computing Machines
FPL = International Conference on Field-Programmable Logic and Applications
ISCAS = International Symposium on Circuits and Systems
ICCD = International Conference on Computer Design
SC = Supercomputing;
  International Conference for High Performance Computing, Networking, Storage and Analysis;
  International Conference for High Performance Computing, Networking, Storage, and Analysis
ICS = International Conference on Supercomputing
PPoPP = Principles and Practice of Parallel Programming;
  Symposium on Principles and Practice of Parallel Programming
HPDC = International Symposium on High-Performance Parallel and Distributed Computing
IPDPS = International Parallel and Distributed Processing Symposium
ICPP = International Conference on Parallel Processing
Euro-Par = EuroPar; European Conference on Parallel Processing
PACT = Parallel Architectures and Compilation Techniques;
  International Conference on Parallel Architectures and Compilation Techniques
CLUSTER = International Conference on Cluster Computing
CCGrid = International Symposium on Cluster, Cloud and Internet Computing
ICDCS = International Conference on Distributed Computing Systems
DEBS = International Conference on Distributed and Event-Based Systems
SPAA = Symposium on Parallelism in Algorithms and Architectures
PODC = Symposium on Principles of Distributed Computing
PLDI = Programming Language Design and Implementation;
  Conference on Programming Language Design and Implementation;
  International Conference on Programming Language Design and Implementation
POPL = Principles of Programming Languages; Symposium on Principles of Programming Languages
OOPSLA = Object-Oriented Programming, Systems, Languages, and Applications
ICFP = International Conference on Functional Programming
ESOP = European Symposium on Programming
Haskell = Haskell Symposium; Symposium on Haskell
PADL = Practical Aspects of Declarative Languages
TyDe = Type-Driven Development
LICS = Logic in Computer Science; Symposium on Logic in Computer Science
FoSSaCS = FOSSACS; Foundations of Software Science and Computation Structures
CONCUR = International Conference on Concurrency Theory
CAV = Computer Aided Verification; International Conference on Computer Aided Verification
TACAS = Tools and Algorithms for the Construction and Analysis of Systems
LCTES = Languages, Compilers, and Tools for Embedded Systems
CGO = Code Generation and Optimization;
  International Symposium on Code Generation and Optimization
CC = International Conference on Compiler Construction
ECOOP = European Conference on Object-Oriented Programming
MAPS = International Symposium on Machine Programming
ICSE = International Conference on Software Engineering
ICST = International Conference on Software Testing, Verification and Validation
FSE = ESEC/FSE; Foundations of Software Engineering;
  International Conference on the Foundations of Software Engineering;
  European Software Engineering Conference and Symposium on the Foundations of Software Engineering
ASE = Automated Software Engineering Conference;
  International Conference on Automated Software Engineering
ISSTA = International Symposium on Software Testing and Analysis
MSR = Mining Software Repositories; International Conference on Mining Software Repositories
SANER = International Conference on Software Analysis, Evolution and Reengineering
ICSME = International Conference on Software Maintenance and Evolution
ICPC = International Conference on Program Comprehension
SIGCOMM = Special Interest Group on Data Communication; ACM SIGCOMM Conference
INFOCOM = International Conference on Computer Communications;
  Conference on Computer Communications
IMC = Internet Measurement Conference
CoNEXT = Conference on Emerging Networking Experiments and Technologies;
  International Conference on Emerging Networking Experiments and Technologies
MobiCom = International Conference on Mobile Computing and Networking;
  Annual International Conference on Mobile Computing and Networking
MobiSys = International Conference on Mobile Systems, Applications, and Services;
  International Conference on Mobile Systems, Applications and Services
SenSys = Conference on Embedded Networked Sensor Systems
UbiComp
SIGMETRICS = International Conference on Measurement and Modeling of Computer Systems
SIGMOD = International Conference on Management of Data; SIGMOD Conference; SIGMOD/PODS
VLDB = PVLDB; VLDB Endowment; International Conference on Very Large Data Bases;
  Very Large Data Bases; Proceedings of the VLDB Endowment; Proc. VLDB Endow.
ICDE = International Conference on Data Engineering
PODS = Symposium on Principles of Database Systems
EDBT = International Conference on Extending Database Technology
CIDR = Conference on Innovative Data Systems Research
DASFAA = Database Systems for Advanced Applications
KDD = SIGKDD; Knowledge Discovery and Data Mining;
  Conference on Knowledge Discovery and Data Mining;
  International Conference on Knowledge Discovery and Data Mining;
  SIGKDD Conference on Knowledge Discovery and Data Mining;
  International Conference on Knowledge Discovery & Data Mining
ICDM = International Conference on Data Mining
SDM = SIAM International Conference on Data Mining
PAKDD = Pacific-Asia Conference on Knowledge Discovery and Data Mining
WSDM = Web Search and Data Mining; International Conference on Web Search and Data Mining
CIKM = Conference on Information and Knowledge Management;
  International Conference on Information and Knowledge Management;
  International Conference on Information & Knowledge Management
SIGIR = Research and Development in Information Retrieval;
  Conference on Research and Development in Information Retrieval;
  International Conference on Research and Development in Information Retrieval
ECIR = European Conference on Information Retrieval
ICTIR = International Conference on Theory of Information Retrieval
RecSys = Conference on Recommender Systems
WWW = TheWebConf; The Web Conference; Web Conference; The ACM Web Conference;
  World Wide Web Conference; International World Wide Web Conference;
  International Conference on World Wide Web
ISWC = International Semantic Web Conference
ESWC = Extended Semantic Web Conference
ICWSM = International Conference on Web and Social Media
ASONAM = Advances in Social Networks Analysis and Mining
CHI = Conference on Human Factors in Computing Systems;
  CHI Conference on Human Factors in Computing Systems
UIST = Symposium on User Interface Software and Technology
IUI = International Conference on Intelligent User Interfaces
CSCW = Computer-Supported Cooperative Work and Social Computing
VIS = IEEE VIS; IEEE Visualization; Visualization Conference
EuroVis = Eurographics Conference on Visualization
EGSR = Eurographics Symposium on Rendering
HPG = High-Performance Graphics
I3D = Symposium on Interactive 3D Graphics and Games
DSN = International Conference on Dependable Systems and Networks
ICRA = International Conference on Robotics and Automation
IROS = International Conference on Intelligent Robots and Systems
RSS = Robotics: Science and Systems
HRI = International Conference on Human-Robot Interaction
ITSC = International Conference on Intelligent Transportation Systems
IV = Intelligent Vehicles Symposium
STOC = Symposium on Theory of Computing
FOCS = Foundations of Computer Science; Symposium on Foundations of Computer Science
SODA = Symposium on Discrete Algorithms
ISIT = International Symposium on Information Theory
GECCO = Genetic and Evolutionary Computation Conference
CEC = Congress on Evolutionary Computation
ICALP
CHIL = Conference on Health, Inference, and Learning
MLHC = Machine Learning for Healthcare; Machine Learning for Healthcare Conference
ML4H = Machine Learning for Health
BIBM = International Conference on Bioinformatics and Biomedicine
RECOMB
ISMB
"""
    + SECURITY
)
